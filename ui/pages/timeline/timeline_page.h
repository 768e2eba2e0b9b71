#pragma once
#include "ui/pages/timeline/timeline_desk.h"
#include "ui/shell/page.h"

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::timeline {

class TimelineFilterBar;
class TimelinePanel;
class TimelineView;
struct Reader;

/// Every plan's prices over time, and what is done to them. A place: plan, interval, from, to.
class TimelinePage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelinePage)

public:
    static ui::PageSpec spec();
    TimelinePage(const ui::PageContext &context, QWidget *parent);
    ~TimelinePage() override;

    QAction *primaryAction() override { return m_newDraft; }
    QList<QAction *> commands() override;
    void refresh() override { m_desk->load(); }
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildTools();
    void buildSide();
    void buildActions();
    QAction *addAction(const char *id, const char *iconName, const char *keys, bool ofView,
                       void (TimelinePage::*act)());
    void wire();
    void wireDesk();

    void onBook();
    void onLive(const wemo::live::LiveEvent &event);
    void showRows();
    void showWhatThereIs();
    void followActions();
    void select(Id plan, Id interval);
    void open(Id plan, Id interval);
    void openSide();
    void closeSide();
    void openPending();
    Reader reader() const;
    bool isStale() const;

    void newDraft();
    void newPlan();
    void retirePlan();
    void rollBack();
    void removeDraft();
    void zoomIn();
    void zoomOut();
    void fit();
    void today();
    void retranslate();

    ui::PageContext m_context;
    pricing::PricingSource m_source;
    TimelineDesk *m_desk;
    QString m_pending; ///< a place to open once the book is here
    QTimer m_clock;
    QTimer m_placeTimer; ///< the place is told once one has come to rest
    QAction *m_newDraft, *m_newPlan, *m_retire, *m_rollback, *m_remove;
    QAction *m_zoomIn, *m_zoomOut, *m_fit, *m_today;
    ui::MessageBar *m_bar;
    ui::MessageBar *m_refused;
    ui::MessageBar *m_ask; ///< whether to retire a plan
    Id m_retiring = 0;
    QStackedWidget *m_stack;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    QSplitter *m_splitter;
    TimelineFilterBar *m_filter;
    QLabel *m_readOnly;
    TimelineView *m_view;
    TimelinePanel *m_panel;
};

} // namespace wemo::pages::timeline
