#pragma once
#include "ui/pages/campaigns/sheet_view.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace wemo::ui {
class SearchField;
} // namespace wemo::ui

namespace wemo::pages::campaigns {

class FileRow;

/// The sheet with what is done to it: search, only what changed, undo, raise, files.
class SheetPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetPanel)

public:
    explicit SheetPanel(QWidget *parent = nullptr);
    ~SheetPanel() override;
    SheetModel &model() { return *m_model; }
    SheetView &view() { return *m_view; }
    FileRow &files() { return *m_files; }
    /// Name without a folder that an export is offered under.
    void setFileName(const QString &name) { m_fileName = name; }
    void setReadOnly(bool readOnly);
    void focusSearch();
    bool clearFilter();
    void followModel();

Q_SIGNALS:
    void noticed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildTools();
    QWidget *buildRaise();
    void wire();
    void filter();
    void raise();
    void chooseExport();
    void chooseImport();
    void followSelection();
    void retranslate();

    SheetModel *m_model;
    QString m_fileName;
    ui::SearchField *m_search;
    QToolButton *m_onlyChanged;
    QLabel *m_summary;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_import;
    QPushButton *m_export;
    QWidget *m_raiseRow;
    QLabel *m_raiseLabel;
    QDoubleSpinBox *m_value;
    QComboBox *m_kind;
    QComboBox *m_step;
    QComboBox *m_rounding;
    QPushButton *m_raise;
    FileRow *m_files;
    SheetView *m_view;
    QLabel *m_fault; ///< what is wrong with the current cell
};

} // namespace wemo::pages::campaigns
