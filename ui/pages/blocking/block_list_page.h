#pragma once
#include "ui/pages/blocking/blocking_source.h"
#include "ui/pages/blocking/live_refresh.h"
#include "ui/shell/page.h"
#include "ui/widgets/list_frame.h"

#include <QTimer>

namespace wemo::ui {
class ActionPanel;
class FilterBar;
class SideSplit;
struct ActionForm;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class BlockActions;
class BlockingDesk;
class BlockPanel;
class SingleChip;

/// Who is blocked now, why and how long still; lifted, extended or banned, one or many.
/// A place: kind, policy, block. The value one looks for is never part of it, but may be given.
class BlockListPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockListPage)

public:
    static ui::PageSpec spec();

    BlockListPage(const ui::PageContext &context, QWidget *parent);
    ~BlockListPage() override;

    QList<QAction *> commands() override;
    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildFilter();
    void wire();
    void wireFilter();
    void wireActs();
    void readPolicies();
    BlockFilter filter() const;
    void applyFilter();
    void clearFilter();
    ui::ListWords wordsFor(ui::ListFrame::Nothing nothing) const;
    void openBlock(const QString &key);
    void closeSide();
    void followSelection();
    QList<BlockKey> selected() const;
    QString selectedText() const;
    void ask(ui::ActionForm form);
    void onConfirmed(const QString &formId, const QVariantMap &values);
    void onTick();
    std::optional<PolicyRecord> policyOf(const QString &id) const;
    void offerChoices();
    void retranslate();

    ui::PageContext m_context;
    BlockingSource m_source;
    LiveRefresh *m_live;
    BlockingDesk *m_desk;
    BlockActions *m_actions;
    BlockFilter m_filter; ///< of the rows that are shown
    ui::PagedRows<Block> *m_model;
    QList<PolicyRecord> m_policies;
    QList<BlockKey> m_asked; ///< what the open form is about
    QString m_open;          ///< key of the block in the details
    Instant m_lastRead{};

    ui::FilterBar *m_bar;
    SingleChip *m_kind;
    SingleChip *m_policy;
    ui::MessageBar *m_refused;
    ui::ListFrame *m_list;
    ui::SideSplit *m_split;
    BlockPanel *m_panel;
    ui::ActionPanel *m_form;
    QTimer m_tick;
};

} // namespace wemo::pages::blocking
