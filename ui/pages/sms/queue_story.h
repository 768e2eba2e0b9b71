#pragma once
#include "models/sms/message.h"
#include "ui/pages/queue/queue_source.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wemo::ui {
class Timeline;
} // namespace wemo::ui

namespace wemo::pages::sms {

/// What happened to a message before the gateway had it: the story of its job, as the queue tells it, and the way
/// there.
class QueueStory final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueStory)

public:
    explicit QueueStory(ui::ApiClient &client, QWidget *parent = nullptr);
    /// Reads the job again when the message is another one, or has moved on.
    void setMessage(const std::optional<wemo::sms::Message> &message);

Q_SIGNALS:
    /// A place of the queue page.
    void queueRequested(const QString &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void onJob(const ui::ApiResult<wemo::queue::JobDetail> &job);
    void fill();
    void retranslate();

    queue::QueueSource m_source;
    std::optional<wemo::sms::Message> m_message;
    std::optional<wemo::queue::JobDetail> m_job;
    std::optional<ui::ApiError> m_error;
    quint64 m_epoch = 0;
    QLabel *m_line;
    ui::Timeline *m_timeline;
    QPushButton *m_open;
};

/// Where the job of a message waits, and what it is called.
QString queueOf(const wemo::sms::Message &message);
QString jobOf(const wemo::sms::Message &message);

} // namespace wemo::pages::sms
