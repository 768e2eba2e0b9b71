#include "ui/pages/sms/queue_story.h"

#include "ui/pages/queue/job_timeline.h"
#include "ui/pages/queue/queue_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/timeline.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::queue::JobDetail;
using wemo::sms::Message;

QString queueOf(const Message &message) {
    return QStringLiteral("sms-") + toString(message.purpose);
}

QString jobOf(const Message &message) {
    return QStringLiteral("sms-") + idToString(message.id);
}

QueueStory::QueueStory(ui::ApiClient &client, QWidget *parent)
    : QWidget(parent)
    , m_source(client)
    , m_line(new QLabel(this))
    , m_timeline(new ui::Timeline(this))
    , m_open(new QPushButton(this)) {
    setObjectName(QStringLiteral("queueStory"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_line->setObjectName(QStringLiteral("queueLine"));
    m_line->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openQueue"));
    m_open->setProperty("ui", "link");
    column->addWidget(m_line);
    column->addWidget(m_timeline);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, [this] {
        QUrlQuery place;
        place.addQueryItem(QStringLiteral("queue"), queueOf(*m_message));
        if (m_job)
            place.addQueryItem(QStringLiteral("state"), toString(m_job->row.state));
        place.addQueryItem(QStringLiteral("job"), jobOf(*m_message));
        Q_EMIT queueRequested(place.toString(QUrl::FullyEncoded));
    });
    retranslate();
}

void QueueStory::setMessage(const std::optional<Message> &message) {
    const bool same = message && m_message && message->id == m_message->id && message->state == m_message->state;
    if (!message || !m_message || message->id != m_message->id) {
        m_job.reset();
        m_error.reset();
    }
    m_message = message;
    fill();
    if (!message || same)
        return;
    m_source.job(queueOf(*message), jobOf(*message))
        .then(this, [this, epoch = ++m_epoch](const ui::ApiResult<JobDetail> &job) {
            if (epoch == m_epoch)
                onJob(job);
        });
}

void QueueStory::onJob(const ui::ApiResult<JobDetail> &job) {
    if (job) {
        m_job = *job;
        m_error.reset();
    } else {
        m_error = job.error();
    }
    fill();
}

void QueueStory::fill() {
    m_timeline->setVisible(m_job.has_value());
    m_open->setVisible(m_job.has_value());
    if (m_job) {
        const auto &row = m_job->row;
        m_line->setText(tr("%1 · %2 · attempt %3 of %4")
                            .arg(queue::queueTitle(queueOf(*m_message)), queue::stateWord(row.state))
                            .arg(row.attemptsMade)
                            .arg(row.attempts));
        m_timeline->setSteps(queue::jobSteps(m_job->timeline));
    } else if (m_error && m_error->kind == ErrorKind::NotFound) {
        m_line->setText(tr("The queue keeps finished jobs for a while only; this one is gone."));
    } else {
        m_line->setText(m_error ? ui::errorText(*m_error).sentence : tr("Asking the queue …"));
    }
}

void QueueStory::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueueStory::retranslate() {
    m_open->setText(tr("Show in the queue"));
    fill();
}

} // namespace wemo::pages::sms
