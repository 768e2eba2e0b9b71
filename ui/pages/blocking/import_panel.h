#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace wemo::ui {
class DetailPanel;
class KeyValueList;
class ListTable;
class MessageBar;
class ProgressRow;
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class ImportRun;

/// One import beside the list: how far it is, what the check found line by line, and what can be done: commit, drop,
/// save the mistakes, take the whole of it back.
class ImportPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportPanel)

public:
    ImportPanel(ImportRun &run, QWidget *parent = nullptr);
    void setMayImport(bool may);
    void showError(const ui::ApiError &error);
    void showFileError(const QString &text);
    /// Lines, columns, what is wrong and what stands there, as a file has them.
    QList<QStringList> mistakes() const;
    QStringList mistakesHeader() const;

Q_SIGNALS:
    void closeRequested();
    void saveRequested();
    void undoRequested();
    void bansRequested(Id import);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildButtons();
    void wire();
    void fill();
    void fillFacts(const BanImport &import);
    void fillMistakes(const BanImport &import);
    void showButtons();
    void retranslate();

    ImportRun &m_run;
    bool m_mayImport = false;
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    ui::MessageBar *m_error;
    ui::ProgressRow *m_progress;
    QLabel *m_sentence;
    ui::KeyValueList *m_facts;
    ui::ListTable *m_table;
    QStandardItemModel *m_rows;
    QLabel *m_factsHeading;
    QLabel *m_mistakesHeading;
    QPushButton *m_commit;
    QPushButton *m_drop;
    QPushButton *m_save;
    QPushButton *m_undo;
    QPushButton *m_bans;
};

} // namespace wemo::pages::blocking
