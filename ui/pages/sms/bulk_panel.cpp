#include "ui/pages/sms/bulk_panel.h"

#include "ui/pages/sms/message_cells.h"
#include "ui/pages/sms/reason_form.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/message_bar.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::DeliveryState;
using wemo::sms::MessageFilter;

namespace {
constexpr DeliveryState failures[] = {DeliveryState::Undelivered, DeliveryState::Expired, DeliveryState::Rejected,
                                      DeliveryState::Failed};

bool isFailure(DeliveryState state) {
    return std::find(std::begin(failures), std::end(failures), state) != std::end(failures);
}

QString figure(qint64 number) {
    return QLocale().toString(number);
}

/// Why some stay as they are, in a few words.
const std::pair<const char *, const char *> refusals[] = {
    {"code-used", QT_TRANSLATE_NOOP("SmsBulk", "code used already")},
    {"code-expired", QT_TRANSLATE_NOOP("SmsBulk", "code no longer valid")},
    {"code-not-kept", QT_TRANSLATE_NOOP("SmsBulk", "code no longer kept")},
    {"still-open", QT_TRANSLATE_NOOP("SmsBulk", "may arrive yet")},
    {"resent-already", QT_TRANSLATE_NOOP("SmsBulk", "sent again already")},
    {"text-gone", QT_TRANSLATE_NOOP("SmsBulk", "text no longer kept")},
    {"number-gone", QT_TRANSLATE_NOOP("SmsBulk", "number no longer kept")},
};

QString refusalWord(const QString &code) {
    for (const auto &entry : refusals)
        if (code == QLatin1StringView(entry.first))
            return QCoreApplication::translate("SmsBulk", entry.second);
    return code;
}

QString stayingText(const BulkPreview &preview) {
    QStringList lines;
    for (const auto &entry : preview.refused)
        lines.append(QStringLiteral("%1  ·  %2").arg(figure(entry.second), refusalWord(entry.first)));
    return lines.join(u'\n');
}

QString statesText(const QList<DeliveryState> &states) {
    QStringList words;
    for (const DeliveryState state : states)
        words.append(stateWord(state));
    return words.join(BulkPanel::tr(", "));
}
} // namespace

BulkPanel::BulkPanel(BulkSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_panel(new ui::DetailPanel(this))
    , m_error(new ui::MessageBar)
    , m_line(new QLabel)
    , m_figures(new ui::KeyValueList)
    , m_staying(new QLabel)
    , m_form(new ReasonForm) {
    setObjectName(QStringLiteral("bulkPanel"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);
    m_error->setObjectName(QStringLiteral("bulkError"));
    m_line->setObjectName(QStringLiteral("bulkLine"));
    m_staying->setObjectName(QStringLiteral("bulkStaying"));
    for (QLabel *label : {m_line, m_staying}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_error, m_line, m_figures, m_staying, m_form})
        m_panel->addSection({}, part);
    m_panel->addStretch();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &BulkPanel::closeRequested);
    connect(m_error, &ui::MessageBar::retryRequested, this, &BulkPanel::preview);
    connect(m_form, &ReasonForm::closed, this, &BulkPanel::closeRequested);
    retranslate();
}

void BulkPanel::ask(const MessageFilter &filter) {
    m_filter = filter;
    m_filter.states.removeIf([](DeliveryState state) { return !isFailure(state); });
    const bool noFailures = m_filter.states.isEmpty() && !filter.states.isEmpty();
    if (m_filter.states.isEmpty() && !noFailures)
        m_filter.states = QList<DeliveryState>(std::begin(failures), std::end(failures));
    m_preview.reset();
    m_error->clear();
    fill();
    if (noFailures)
        m_line->setText(tr("The states you filter by are no failures. Choose some such as Undelivered or Failed."));
    else
        preview();
}

void BulkPanel::preview() {
    m_error->clear();
    m_source.preview(m_filter).then(this, [this, epoch = ++m_epoch](const ui::ApiResult<BulkPreview> &preview) {
        if (epoch == m_epoch)
            onPreview(preview);
    });
}

void BulkPanel::onPreview(const ui::ApiResult<BulkPreview> &preview) {
    if (!preview)
        return m_error->showError(preview.error());
    m_preview = *preview;
    fill();
}

void BulkPanel::fill() {
    m_figures->setVisible(m_preview.has_value());
    m_staying->setVisible(m_preview && !m_preview->refused.isEmpty());
    if (!m_preview) {
        m_form->hide();
        m_line->setText(tr("Counting what would be sent …"));
        return;
    }
    m_line->setText(m_preview->count > 0
                        ? tr("Each goes out as a message of its own, with the same text to the same number.")
                        : tr("Nothing in this filter can be sent again."));
    m_figures->set(QStringLiteral("states"), tr("States"), statesText(m_filter.states));
    m_figures->set(QStringLiteral("count"), tr("Messages"), figure(m_preview->count));
    m_figures->set(QStringLiteral("segments"), tr("Segments"), figure(m_preview->segments));
    m_figures->set(QStringLiteral("cost"), tr("Credits"), tr("about %1").arg(costText(m_preview->costTenThousandths)));
    m_staying->setText(tr("These stay as they are:") + u'\n' + stayingText(*m_preview));
    if (m_preview->count > 0)
        askWhy(m_preview->count);
    else
        m_form->hide();
}

void BulkPanel::askWhy(qint64 count) {
    m_form->ask({{}, tr("Send %1 messages again").arg(figure(count)), true, tr("The carrier's fault is mended")},
                [this](const QString &reason) { start(reason); });
}

void BulkPanel::start(const QString &reason) {
    Q_EMIT acting();
    m_form->setBusy(true);
    m_source.start(m_filter, reason, m_preview->count)
        .then(this, [this, epoch = ++m_epoch](const ui::ApiResult<BulkJob> &job) {
            m_form->setBusy(false);
            if (epoch != m_epoch)
                return;
            if (!job)
                return m_error->showError(job.error(), job.error().kind == ErrorKind::Conflict);
            Q_EMIT started(*job);
        });
}

void BulkPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BulkPanel::retranslate() {
    m_panel->setTitle(tr("Send failed messages again"));
    fill();
}

} // namespace wemo::pages::sms
