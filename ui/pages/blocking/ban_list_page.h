#pragma once
#include "ui/exports/list_export.h"
#include "ui/pages/blocking/blocking_source.h"
#include "ui/pages/blocking/live_refresh.h"
#include "ui/shell/page.h"
#include "ui/widgets/list_frame.h"

class QStackedWidget;
class QTabBar;

namespace wemo::ui {
class ActionPanel;
class FilterBar;
class ProgressRow;
class SearchField;
class SideSplit;
struct ActionForm;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class BanActions;
class BanPanel;
class BlockingDesk;
class ImportPanel;
class ImportRun;
class SingleChip;

/// Whom people have banned: found by what they catch, added, changed, lifted, read from files and written to them.
/// A place: tab, kind, state, q, import, ban. The value one looks for is never part of it.
class BanListPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BanListPage)

public:
    static ui::PageSpec spec();

    BanListPage(const ui::PageContext &context, QWidget *parent);
    ~BanListPage() override;

    QAction *primaryAction() override;
    QList<QAction *> commands() override;
    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

    /// As after the file dialog.
    void importFile(const QString &path);
    void exportTo(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildFilter();
    void buildLists();
    void wire();
    void wireFilter();
    void wireActs();
    void wireImports();
    void wireExport();
    QFuture<ui::ApiResult<ui::RowPage<Ban>>> fetch(const QString &cursor, int limit);
    wemo::blocking::BanFilter filter() const;
    bool isNarrowed() const;
    void applyFilter();
    void clearFilter();
    ui::ListWords wordsFor(ui::ListFrame::Nothing nothing) const;
    ui::ListWords importWordsFor(ui::ListFrame::Nothing nothing) const;
    void showTab(int tab);
    void openBan(const QString &key);
    void openImport(const BanImport &import);
    void closeSide();
    void followSelection();
    QList<Ban> liftable() const;
    void ask(ui::ActionForm form);
    void onConfirmed(const QString &formId, const QVariantMap &values);
    void onFailed(const ui::ApiError &error);
    void chooseImport();
    void chooseExport();
    void saveMistakes();
    void offerChoices();
    void retranslate();

    ui::PageContext m_context;
    BlockingSource m_source;
    LiveRefresh *m_live;
    BlockingDesk *m_desk;
    BanActions *m_actions;
    ImportRun *m_run;
    ui::ListExport *m_export;
    wemo::blocking::BanFilter m_filter; ///< of the rows that are shown
    QString m_value;                    ///< not empty: only bans that catch it are shown
    ui::PagedRows<Ban> *m_model;
    ui::PagedRows<BanImport> *m_imports;
    Ban m_asked; ///< what the open form changes, as it was read
    QString m_open;
    Id m_fromImport = 0; ///< only bans that came with it

    ui::FilterBar *m_bar;
    ui::SearchField *m_text;
    SingleChip *m_kind;
    SingleChip *m_state;
    ui::MessageBar *m_refused;
    ui::ProgressRow *m_exportRow;
    QTabBar *m_tabs;
    QWidget *m_filterRow;
    QStackedWidget *m_lists;
    ui::ListFrame *m_list;
    ui::ListFrame *m_importList;
    ui::SideSplit *m_split;
    BanPanel *m_panel;
    ImportPanel *m_importPanel;
    ui::ActionPanel *m_form;
};

} // namespace wemo::pages::blocking
