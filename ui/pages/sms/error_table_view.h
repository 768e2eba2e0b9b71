#pragma once
#include "models/sms/error_table.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QUrlQuery;

namespace wemo::ui {
class DetailPanel;
class EmptyState;
class FilterBar;
class KeyValueList;
class ListTable;
} // namespace wemo::ui

namespace wemo::pages::sms {

/// The rows of the error table that fit what is looked for.
class ErrorModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorModel)

public:
    enum Column { Gateway, Code, State, Reason, Caller, Words, ColumnCount };
    explicit ErrorModel(QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Rows in which every word stands somewhere, in either language.
    void search(const QString &text);
    const wemo::sms::ErrorRow *rowAt(int row) const;
    void retranslate();

private:
    QStringList m_texts; ///< what each row of the table is found by
    QList<const wemo::sms::ErrorRow *> m_shown;
};

/// Every code of every gateway from end to end: what it means to us, what those are told who asked for the message, in
/// words, and what to do. The service reads the codes by the same table.
class ErrorTableView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorTableView)

public:
    explicit ErrorTableView(QWidget *parent = nullptr);
    void focusFilter();
    bool backOut();
    void writeTo(QUrlQuery &query) const;
    void readFrom(const QUrlQuery &query);

Q_SIGNALS:
    void placeChanged(bool replace);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void buildPanel();
    void search(const QString &text);
    void showRow(int row);
    /// The words stand in the panel as well: in a narrow table there is no room for them.
    void showColumns(int width);
    void retranslate();

    ErrorModel *m_model;
    ui::FilterBar *m_bar;
    QStackedWidget *m_stack;
    ui::ListTable *m_table;
    ui::EmptyState *m_empty;
    ui::DetailPanel *m_panel;
    QLabel *m_sentence;
    QLabel *m_advice;
    ui::KeyValueList *m_facts;
};

} // namespace wemo::pages::sms
