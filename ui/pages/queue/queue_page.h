#pragma once
#include "ui/pages/queue/action_forms.h"
#include "ui/pages/queue/queue_watch.h"
#include "ui/shell/page.h"

#include <QTimer>

class QActionGroup;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::queue {

class FaultPanel;
class JobList;
class JobPanel;
class LaneStrip;
class QueueActions;
class QueueCharts;
class QueueDesk;
class QueueFacts;
class StateTab;

/// The queues as they are this second, what they did over time, their jobs, and what can be done to them.
/// A place: queue, state, search, job.
class QueuePage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePage)

public:
    static ui::PageSpec spec();

    QueuePage(const ui::PageContext &context, QWidget *parent);
    ~QueuePage() override;

    QAction *primaryAction() override;
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
    QWidget *buildMain();
    QWidget *buildTools();
    void buildRanges();
    void buildSide();
    void wire();
    void wireCharts();
    void wireList();
    void wireActions();
    void wireDesk();

    void onWatched();
    void focusShown();
    void showWhatThereIs();
    void showQueue(const wemo::queue::QueueSummary &queue);
    void showStates();
    void chooseQueue(const QString &name);
    void chooseState(wemo::queue::JobState state);
    void query(const QString &search);
    void followSelection();
    void setMinutes(int minutes);
    bool isStale() const;

    void openJob(const QString &id);
    void openSide(QWidget *panel);
    void closeSide();
    bool isSideOpen(const QWidget *panel) const;

    void act(JobVerb verb);
    void ask(ActionForm form);
    void onConfirmed(const QString &formId, const QVariantMap &values);
    void onDone();
    JobTarget target() const;
    void retranslate();

    ui::PageContext m_context;
    QueueSource m_source;
    QueueWatch *m_watch;
    QueueDesk *m_desk;
    QueueActions *m_actions;
    wemo::queue::JobState m_state = wemo::queue::JobState::Waiting;
    JobVerb m_verb = JobVerb::Replay;  ///< what the open form is about
    wemo::queue::JobSelection m_asked; ///< and for which jobs
    QString m_job;                     ///< in the details

    ui::MessageBar *m_bar;
    ui::MessageBar *m_refused;
    QStackedWidget *m_stack;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    QWidget *m_content;
    LaneStrip *m_lanes;
    QSplitter *m_splitter;
    QueueFacts *m_facts;
    QToolButton *m_range;
    QToolButton *m_manage;
    QActionGroup *m_ranges;
    QAction *m_logarithmic;
    QueueCharts *m_charts;
    QList<StateTab *> m_tabs;
    JobList *m_list;
    QStackedWidget *m_side;
    JobPanel *m_panel;
    ActionPanel *m_form;
    FaultPanel *m_faults;
    QTimer m_listTimer;
};

} // namespace wemo::pages::queue
