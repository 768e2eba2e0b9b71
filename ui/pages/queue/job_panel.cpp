#include "ui/pages/queue/job_panel.h"

#include "ui/pages/queue/job_cells.h"
#include "ui/pages/queue/job_timeline.h"
#include "ui/pages/queue/queue_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/timeline.h"

#include <QEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::queue {

using wemo::queue::JobDetail;
using wemo::queue::JobRow;
using Kind = ui::KeyValueList::ValueKind;

namespace {
constexpr int mostLines = 14; ///< higher texts scroll in themselves
enum TextIndex { Data, Options, ReturnValue, Errors, Logs };
} // namespace

struct JobPanel::Text {
    QLabel *heading;
    QPlainTextEdit *body;
};

JobPanel::JobPanel(QueueSource &source, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("jobPanel"));
    build();
    retranslate();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &JobPanel::closeRequested);
    connect(m_error, &ui::MessageBar::retryRequested, this, &JobPanel::reload);
    connect(m_message, &QPushButton::clicked, this, [this] {
        if (m_row)
            Q_EMIT messageRequested(m_row->messageId);
    });
}

JobPanel::~JobPanel() = default;

void JobPanel::build() {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_panel = new ui::DetailPanel(this);
    outer->addWidget(m_panel);
    m_pill = new ui::StatusPill;
    m_panel->setTitleWidget(m_pill);
    m_error = new ui::MessageBar;
    m_error->setObjectName(QStringLiteral("jobError"));
    m_panel->addSection({}, buildTop());
    m_timeline = new ui::Timeline;
    m_timelineHeading = m_panel->addSection(tr("Timeline"), m_timeline);
    m_facts = new ui::KeyValueList;
    m_factsHeading = m_panel->addSection(tr("Facts"), m_facts);
    for (const char *name : {"jobData", "jobOptions", "jobReturn", "jobErrors", "jobLogs"})
        m_texts.emplace_back(addText(name));
    m_panel->addStretch();
}

/// What is there only now and then, in one section: hidden, it leaves no gaps.
QWidget *JobPanel::buildTop() {
    auto *top = new QWidget;
    auto *rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_message = new QPushButton(top);
    m_message->setObjectName(QStringLiteral("openMessage"));
    m_message->setProperty("ui", "small");
    m_message->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    rows->addWidget(m_error);
    rows->addWidget(buildWhy());
    rows->addWidget(m_message);
    return top;
}

QWidget *JobPanel::buildWhy() {
    m_why = new QFrame;
    m_why->setObjectName(QStringLiteral("jobWhy"));
    auto *column = new QVBoxLayout(m_why);
    column->setContentsMargins(12, 10, 12, 10);
    m_reason = new QLabel(m_why);
    m_reason->setObjectName(QStringLiteral("jobReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->setMinimumWidth(1);
    column->addWidget(m_reason);
    return m_why;
}

JobPanel::Text *JobPanel::addText(const char *name) {
    auto *body = new QPlainTextEdit;
    body->setObjectName(QLatin1StringView(name));
    body->setReadOnly(true);
    body->setFont(ui::monospaceFont(ui::TextSize::Small));
    body->setTabChangesFocus(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QLabel *heading = m_panel->addSection({}, body);
    return new Text{heading, body};
}

void JobPanel::showJob(const QString &queue, const QString &id) {
    if (queue == m_queue && id == m_id)
        return;
    m_queue = queue;
    m_id = id;
    m_row.reset();
    m_detail.reset();
    m_error->clear();
    fill();
    load();
}

void JobPanel::showRow(const JobRow &row) {
    if (row.id != m_id)
        return;
    m_row = row;
    fill();
}

void JobPanel::reload() {
    load();
}

void JobPanel::load() {
    ++m_epoch;
    if (m_id.isEmpty())
        return;
    m_source.job(m_queue, m_id).then(this, [this, epoch = m_epoch](const ui::ApiResult<JobDetail> &detail) {
        if (epoch != m_epoch)
            return;
        if (!detail)
            return m_error->showError(detail.error(), detail.error().kind != ErrorKind::NotFound);
        m_error->clear();
        if (m_detail && toJson(*m_detail) == toJson(*detail))
            return; // what is selected to be copied stays so
        m_row = detail->row;
        m_detail = *detail;
        fill();
    });
}

void JobPanel::fill() {
    m_pill->setVisible(m_row.has_value());
    m_why->setVisible(m_row && !m_row->failedReason.isEmpty());
    m_message->setVisible(m_row && !m_row->messageId.isEmpty());
    m_facts->setVisible(m_row.has_value());
    m_factsHeading->setVisible(m_row.has_value());
    fillTimeline();
    fillTexts();
    if (!m_row)
        return;
    m_pill->setPill({stateTone(m_row->state), stateWord(m_row->state)});
    m_reason->setText(m_row->failedReason);
    const ui::Tone tone = m_row->state == wemo::queue::JobState::Failed ? ui::Tone::Danger : ui::Tone::Warning;
    m_why->setStyleSheet(QStringLiteral("QFrame#jobWhy { background: %1; border: none; border-radius: %2px; }")
                             .arg(ui::Tokens::current().toneTint(tone).name())
                             .arg(ui::metrics::radius));
    fillFacts(*m_row);
}

void JobPanel::fillFacts(const JobRow &row) {
    const auto set = [this](const char *key, const QString &name, const QString &value, Kind kind = Kind::Text) {
        m_facts->set(QLatin1StringView(key), name, value, kind);
    };
    const QLocale locale;
    set("id", tr("Job ID"), row.id, Kind::Monospace);
    set("name", tr("Name"), row.name, Kind::Monospace);
    set("queue", tr("Queue"), m_queue, Kind::Monospace);
    set("attempts", tr("Attempts"), tr("%1 of %2").arg(row.attemptsMade).arg(row.attempts));
    if (m_detail && m_detail->stalledCount > 0)
        set("stalled", tr("Stalled"), tr("%1×").arg(m_detail->stalledCount));
    set("priority", tr("Priority"), row.priority > 0 ? locale.toString(row.priority) : tr("none"));
    set("created", tr("Added"), ui::dateAndTime(row.createdAt));
    set("due", tr("Due"),
        row.runAt ? QStringLiteral("%1  ·  %2").arg(ui::dateAndTime(*row.runAt), dueText(*row.runAt, m_now()))
                  : QString());
    set("finished", tr("Finished"), row.finishedAt ? ui::dateAndTime(*row.finishedAt) : QString());
    set("worker", tr("Worker"), row.worker, Kind::Monospace);
    set("lock", tr("Lock"), row.state == wemo::queue::JobState::Active ? lockText(row.lock) : QString());
    set("message", tr("Message ID"), row.messageId, Kind::Monospace);
}

void JobPanel::fillTimeline() {
    const QList<ui::TimelineStep> steps = m_detail ? jobSteps(m_detail->timeline) : QList<ui::TimelineStep>();
    m_timeline->setSteps(steps);
    m_timelineHeading->setVisible(!steps.isEmpty());
}

void JobPanel::fillTexts() {
    const JobDetail detail = m_detail.value_or(JobDetail());
    const QString options = detail.options.isEmpty()
                                ? QString()
                                : QString::fromUtf8(QJsonDocument(detail.options).toJson(QJsonDocument::Indented));
    const bool cut = detail.dataSize > detail.data.toUtf8().size();
    const QString size = QLocale().formattedDataSize(detail.dataSize);
    setText(*m_texts.at(Data), cut ? tr("Data, the beginning of %1").arg(size) : tr("Data"), detail.data);
    setText(*m_texts.at(Options), tr("Options"), options.trimmed());
    setText(*m_texts.at(ReturnValue), tr("Returned"), detail.returnValue.value_or(QString()));
    setText(*m_texts.at(Errors), tr("Errors"), detail.errors.join(QStringLiteral("\n\n")));
    const bool newest = detail.logsTotal > detail.logs.size();
    setText(*m_texts.at(Logs),
            newest ? tr("Log, the newest %1 of %2 lines").arg(detail.logs.size()).arg(detail.logsTotal) : tr("Log"),
            detail.logs.join(u'\n'));
}

void JobPanel::setText(Text &text, const QString &heading, const QString &content) {
    text.heading->setText(heading);
    text.heading->setVisible(!content.isEmpty());
    text.body->setVisible(!content.isEmpty());
    text.body->setAccessibleName(heading);
    if (text.body->toPlainText() != content) // else what is selected in it stays so
        text.body->setPlainText(content);
    const int lines =
        std::clamp(static_cast<int>(content.count(u'\n')) + 1 + static_cast<int>(content.size() / 400), 1, mostLines);
    text.body->setFixedHeight(lines * QFontMetrics(text.body->font()).lineSpacing() + 24);
}

void JobPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

void JobPanel::retranslate() {
    m_panel->setTitle(tr("Job"));
    m_message->setText(tr("Open message"));
    m_message->setToolTip(tr("Show this job's message in the SMS log"));
    m_timelineHeading->setText(tr("Timeline"));
    m_factsHeading->setText(tr("Facts"));
    fill();
}

} // namespace wemo::pages::queue
