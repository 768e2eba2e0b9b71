#pragma once
#include "ui/pages/campaigns/campaign_source.h"
#include "ui/shell/page.h"

class QStackedWidget;
class QToolButton;

namespace wemo::ui {
class EmptyState;
class FilterBar;
class ListTable;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::campaigns {

class CampaignDesk;
class CampaignListModel;

/// Price changes over many plans ("rabbit jump"): all of them, and one of them at its desk.
/// A place: campaign=ID, or campaign=new; nothing = the list.
class CampaignsPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CampaignsPage)

public:
    static ui::PageSpec spec();

    CampaignsPage(const ui::PageContext &context, QWidget *parent);
    ~CampaignsPage() override;

    QAction *primaryAction() override { return m_new; }
    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildList();
    void buildChip();
    void wire();
    void readList();
    void filter();
    void showWhatThereIs();
    void openCampaign(Id id);
    void openNew();
    void closeCampaign();
    bool isAtDesk() const;
    void onLive(const live::LiveEvent &event);
    void retranslate();

    ui::PageContext m_context;
    CampaignSource m_source;
    CampaignListModel *m_model;
    std::optional<wemo::pricing::CampaignStatus> m_status;
    bool m_isLoaded = false;
    bool m_hasFailed = false;

    QAction *m_new;
    QStackedWidget *m_stack;
    QWidget *m_listPart;
    ui::MessageBar *m_bar;
    ui::FilterBar *m_filter;
    QToolButton *m_chip;
    QStackedWidget *m_states;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    ui::ListTable *m_table;
    CampaignDesk *m_desk;
};

} // namespace wemo::pages::campaigns
