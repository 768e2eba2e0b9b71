#pragma once
#include "ui/pages/timeline/interval_offer.h"
#include "ui/pages/timeline/timeline_desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace wemo::ui {
class KeyValueList;
}

namespace wemo::pages::timeline {

class StepsStrip;

/// One interval: how far it has come, its facts, what is wrong with it, and the acts, with what they ask for. What is
/// typed stays while the same interval is shown, whatever is answered.
class IntervalTab final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntervalTab)

public:
    IntervalTab(TimelineDesk &desk, std::function<Instant()> now, QWidget *parent);
    void show(Id interval, const Reader &reader);
    /// Asks whether to roll back, naming what comes back; Enter does it.
    void askRollback();
    bool isAsking() const;
    void stopAsking();
    const IntervalOffer &offer() const { return m_offer; }
    void setBusy(bool busy);

Q_SIGNALS:
    void editRequested(wemo::Id interval);

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const char *name);
    QLineEdit *addField(const char *name, QLabel *&label);
    void build();
    void fill();
    void fillFacts(const wemo::pricing::Interval &interval);
    void followInputs();
    void act(pricing::IntervalVerb verb);

    TimelineDesk &m_desk;
    std::function<Instant()> m_now;
    Reader m_reader;
    Id m_interval = 0;
    IntervalOffer m_offer;
    StepsStrip *m_steps;
    QLabel *m_problems;
    ui::KeyValueList *m_facts;
    QLabel *m_gapLabel, *m_reasonLabel, *m_noteLabel;
    QLineEdit *m_gap, *m_reason, *m_note;
    QLabel *m_why;
    QPushButton *m_submit, *m_approve, *m_reject, *m_edit, *m_withdraw, *m_remove, *m_rollback;
    QWidget *m_buttons;
    QWidget *m_ask;
    QLabel *m_askText;
    QPushButton *m_askYes, *m_askNo;
    class QVBoxLayout *m_column;
};

} // namespace wemo::pages::timeline
