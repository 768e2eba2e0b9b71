#pragma once
#include "models/sms/message.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace wemo::pages::sms {

/// What happened to a message, step by step: each receipt with its time, who told us, the neutral state, the gateway's
/// raw code and the reason in words.
class ReceiptTimeline final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiptTimeline)

public:
    explicit ReceiptTimeline(QWidget *parent = nullptr);
    void setEvents(const QList<wemo::sms::MessageEvent> &events);
    const QList<wemo::sms::MessageEvent> &events() const { return m_events; }
    /// The words again, after the language or the scheme changed.
    void rebuild();

private:
    QList<wemo::sms::MessageEvent> m_events;
    QVBoxLayout *m_rows;
};

/// One step. Its dot is full where the step moved the message, hollow where it changed nothing.
class TimelineRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineRow)

public:
    TimelineRow(const wemo::sms::MessageEvent &event, bool isFirst, bool isLast, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ui::Tone m_tone;
    bool m_moved;
    bool m_isFirst;
    bool m_isLast;
};

} // namespace wemo::pages::sms
