#pragma once
#include "ui/pages/simulator/stack_rows.h"

#include <QAbstractTableModel>

namespace wemo::pages::simulator {

/// A stack as a table: step, amount and sum; or step, both amounts and the difference.
class StackModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackModel)

public:
    enum Column { Step, First, Second, Last };
    static constexpr int detailRole = Qt::UserRole + 1;    ///< the second line of a cell
    static constexpr int differentRole = Qt::UserRole + 2; ///< the two stacks differ here
    static constexpr int totalRole = Qt::UserRole + 3;

    explicit StackModel(QObject *parent = nullptr);
    void setRows(const QList<StackRow> &rows, bool isComparison);
    /// What stands above the two amounts of a comparison.
    void setTitles(const QString &first, const QString &second);
    const QList<StackRow> &rows() const { return m_rows; }
    bool isComparison() const { return m_isComparison; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const StackRow &row, int column) const;
    QString detail(const StackRow &row, int column) const;
    /// Everything of a row as a screen reader says it.
    QString told(const StackRow &row) const;

    QList<StackRow> m_rows;
    QString m_firstTitle;
    QString m_secondTitle;
    bool m_isComparison = false;
};

} // namespace wemo::pages::simulator
