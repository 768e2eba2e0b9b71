#pragma once
#include "models/pricing/campaign.h"
#include "models/pricing/sheet.h"

#include <QAbstractTableModel>
#include <QUndoStack>

namespace wemo::pages::campaigns {

/// The prices of a campaign as a spreadsheet: a row a plan, a column a cell of the configs. What is typed stays, also
/// where it is wrong: the fault stands at the cell. Every edit is one step of undo(), however many cells it wrote.
class SheetModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetModel)

public:
    enum Role { ChangedRole = Qt::UserRole + 1, OldRole, FaultRole, MoneyRole, TextRole };

    /// A cell and what is to be written into it.
    struct Write {
        int row;
        int column;
        QString text;
    };

    explicit SheetModel(QObject *parent = nullptr);

    /// What is in force; plans without a price are left out. Edits of plans that are still there stay.
    void setInventory(const QList<wemo::pricing::InForce> &inventory);
    /// Takes a campaign's configs for the edits and forgets the steps.
    void setItems(const QList<wemo::pricing::CampaignItem> &items);
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }
    bool isReadOnly() const { return m_isReadOnly; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Writes cells as one step named `what`.
    void write(const QList<Write> &writes, const QString &what);
    /// Whole configs as one step, by plan.
    void replace(const QHash<Id, wemo::pricing::Config> &configs, const QString &what);

    const wemo::pricing::Plan &plan(int row) const { return m_rows.at(row).now.plan; }
    int rowOf(Id plan) const;
    const wemo::pricing::SheetColumn &column(int column) const { return m_columns.at(column); }
    bool isChanged(int row) const;
    bool isColumnChanged(int column) const;
    qint64 changedCount() const;
    qint64 faultCount() const;
    /// The first cell with a fault; invalid = none.
    QModelIndex firstFault() const;
    /// The plans that change, with the configs they are to have.
    QList<wemo::pricing::CampaignItem> items() const;
    /// What is in force with the edits over it: what is exported, and what an import is read over.
    QList<wemo::pricing::InForce> edited() const;
    /// The cells that are not as they are in force, what cannot be too: {plan id: {key: text}}. restore() writes them.
    QJsonObject edits() const;
    void restore(const QJsonObject &edits);
    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void changed(); ///< the configs are others than a moment ago

private:
    struct Wrong {
        QString text;
        FieldError error;
        bool operator==(const Wrong &) const = default;
    };
    /// What one step can change of a row.
    struct State {
        wemo::pricing::Config config;
        QMap<QString, Wrong> wrong; ///< by key: what was typed and cannot be
        bool operator==(const State &) const = default;
    };
    struct Row {
        wemo::pricing::InForce now;
        wemo::pricing::Config base;
        State state;
        QStringList cells;    ///< of the config, by column
        QStringList oldCells; ///< of the base
        QMap<QString, FieldError> faults;
        QString stackFault; ///< of the config as a whole
    };
    class Step;
    using States = QMap<int, State>;

    void push(const States &after, const QString &what);
    void apply(const States &states);
    void cover();
    void fill(Row &row) const;
    static State written(State state, const QString &key, const QString &text);
    const FieldError *faultAt(const Row &row, int column) const;
    QString toolTip(const Row &row, int column) const;
    QVariant rowHeader(int row, int role) const;

    QList<Row> m_rows;
    QList<wemo::pricing::SheetColumn> m_columns;
    QUndoStack m_undo;
    bool m_isReadOnly = false;
};

} // namespace wemo::pages::campaigns
