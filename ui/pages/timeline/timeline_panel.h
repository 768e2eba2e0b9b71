#pragma once
#include "ui/pages/timeline/config_tabs.h"
#include "ui/pages/timeline/draft_form.h"
#include "ui/pages/timeline/history_tab.h"
#include "ui/pages/timeline/interval_tab.h"

class QStackedWidget;
class QTabBar;

namespace wemo::ui {
class DetailPanel;
class StatusPill;
} // namespace wemo::ui
namespace wemo::pages::pricing {
class PlanForm;
}

namespace wemo::pages::timeline {

/// Beside the timeline: what is selected, in tabs; or the form of a draft or plan.
class TimelinePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelinePanel)

public:
    enum Tab { IntervalPart, ConfigPart, ComparePart, HistoryPart };
    TimelinePanel(TimelineDesk &desk, pricing::PricingSource &source, std::function<Instant()> now, QWidget *parent);

    void show(Id plan, Id interval, const Reader &reader);
    /// What is shown may have changed; forms keep what is typed.
    void follow();
    void beginDraft(Id plan);
    void editDraft(Id interval);
    void beginPlan();
    void askRollback();
    void setTab(Tab tab);
    Tab tab() const;
    bool isEditing() const { return m_mode != Mode::Reading; }
    /// Esc: the innermost thing. False where there is nothing but the panel itself.
    bool backOut();
    void stopEditing();

Q_SIGNALS:
    void closeRequested();
    void editingEnded();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Mode { Reading, Draft, Plan };
    void build(pricing::PricingSource &source);
    void setMode(Mode mode);
    void fillTab();
    void followTabs();
    void onRefused(const ui::ApiError &error);
    void onOvertaken(const QStringList &differences);
    void retranslate();

    TimelineDesk &m_desk;
    std::function<Instant()> m_now;
    ConfigShelf *m_shelf;
    Reader m_reader;
    Id m_plan = 0;
    Id m_interval = 0;
    Mode m_mode = Mode::Reading;
    int m_wanted = IntervalPart; ///< the tab the person chose; a plan without interval has only some
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    ui::MessageBar *m_bar;
    QTabBar *m_tabs;
    IntervalTab *m_intervalTab;
    ConfigTab *m_configTab;
    CompareTab *m_compareTab;
    HistoryTab *m_historyTab;
    DraftForm *m_draftForm;
    QWidget *m_planEdit;
    pricing::PlanForm *m_planForm;
    class QPushButton *m_savePlan;
    class QPushButton *m_cancelPlan;
};

} // namespace wemo::pages::timeline
