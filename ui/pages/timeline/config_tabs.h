#pragma once
#include "ui/pages/timeline/config_shelf.h"
#include "ui/pages/timeline/timeline_desk.h"

#include <QWidget>

namespace wemo::ui {
class MessageBar;
}
namespace wemo::pages::pricing {
class ConfigComparison;
class ConfigForm;
class FareCurve;
class WorkedExamples;
} // namespace wemo::pages::pricing
class QComboBox;
class QLabel;

namespace wemo::pages::timeline {

/// The prices of one interval: its config, the fare over minutes and km, example rides.
class ConfigTab final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigTab)

public:
    ConfigTab(TimelineDesk &desk, ConfigShelf &shelf, QWidget *parent);
    void show(Id interval);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(const wemo::pricing::Interval &interval, const wemo::pricing::Config &config);
    void retranslate();
    TimelineDesk &m_desk;
    ConfigShelf &m_shelf;
    Id m_config = 0;
    int m_epoch = 0;
    QLabel *m_title;
    ui::MessageBar *m_bar;
    pricing::FareCurve *m_minutes;
    pricing::FareCurve *m_kilometres;
    pricing::WorkedExamples *m_examples;
    pricing::ConfigForm *m_form;
};

/// Any two configs of a plan side by side.
class CompareTab final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareTab)

public:
    CompareTab(TimelineDesk &desk, ConfigShelf &shelf, std::function<Instant()> now, QWidget *parent);
    /// Begins with what was in force before the interval, and the interval's.
    void show(Id plan, Id interval);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(Id before, Id after);
    void compare();
    void retranslate();
    TimelineDesk &m_desk;
    ConfigShelf &m_shelf;
    std::function<Instant()> m_now;
    Id m_plan = 0;
    Id m_interval = 0;
    int m_epoch = 0;
    QComboBox *m_before;
    QComboBox *m_after;
    ui::MessageBar *m_bar;
    QLabel *m_hint;
    pricing::ConfigComparison *m_comparison;
};

} // namespace wemo::pages::timeline
