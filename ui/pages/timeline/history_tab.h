#pragma once
#include "ui/pages/timeline/timeline_desk.h"

#include <QWidget>

namespace wemo::ui {
class MessageBar;
class Timeline;
} // namespace wemo::ui
class QLabel;

namespace wemo::pages::timeline {

/// What was done to a plan, newest first, in words.
class HistoryTab final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryTab)

public:
    HistoryTab(pricing::PricingSource &source, QWidget *parent);
    /// Reads it again.
    void show(Id plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    pricing::PricingSource &m_source;
    Id m_plan = 0;
    int m_epoch = 0;
    QList<pricing::HistoryEntry> m_entries;
    ui::MessageBar *m_bar;
    QLabel *m_empty;
    ui::Timeline *m_steps;
};

} // namespace wemo::pages::timeline
