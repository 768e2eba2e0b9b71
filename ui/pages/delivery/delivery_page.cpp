#include "ui/pages/delivery/delivery_page.h"

#include "ui/pages/delivery/alarm_list.h"
#include "ui/pages/delivery/breakdown_model.h"
#include "ui/pages/delivery/delivery_charts.h"
#include "ui/pages/delivery/delivery_funnel.h"
#include "ui/pages/delivery/delivery_text.h"
#include "ui/pages/delivery/fact_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QButtonGroup>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrlQuery>

namespace wemo::pages::delivery {

using wemo::delivery::Grouping;

namespace {
const QString daysItem = QStringLiteral("days");
const QString byItem = QStringLiteral("by");
const QString daysKey = QStringLiteral("pages/sms-delivery/days");
const QString logPage = QStringLiteral("sms-log");

/// The page by its English name too.
QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString text = typed.trimmed().toLower();
    const QString title = DeliveryPage::tr("SMS delivery");
    if (text.size() < 2 || title.toLower().startsWith(text))
        return {};
    for (const char *word : {"sms delivery", "delivery", "dashboard", "alarms", "breaker"})
        if (QString::fromLatin1(word).startsWith(text))
            return {{title, {}, {}}};
    return {};
}
} // namespace

ui::PageSpec DeliveryPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("sms-delivery");
    spec.icon = QStringLiteral("office-chart-line");
    spec.permission = staff::Permission::SmsRead;
    spec.section = [] { return tr("Messages"); };
    spec.title = [] { return tr("SMS delivery"); };
    spec.subtitle = [] { return tr("What arrives, how fast and at what cost, and what needs a person."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new DeliveryPage(context, parent);
    };
    spec.find = findFor;
    return spec;
}

DeliveryPage::DeliveryPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_watch(new DeliveryWatch(m_source, context.now, this)) {
    setObjectName(QStringLiteral("deliveryPage"));
    build();
    wire();
    setDays(m_context.settings.value(daysKey, 1).toInt());
    setBreakdown(Grouping::Gateway);
    retranslate();
    onUpdated();
}

void DeliveryPage::wire() {
    connect(m_watch, &DeliveryWatch::updated, this, &DeliveryPage::onUpdated);
    connect(m_bar, &ui::MessageBar::retryRequested, this, &DeliveryPage::refresh);
    connect(m_empty, &ui::EmptyState::actionRequested, this, &DeliveryPage::refresh);
    connect(m_ranges, &QButtonGroup::idClicked, this, [this](int days) {
        setDays(days);
        Q_EMIT placeChanged(true);
    });
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int by) {
        setBreakdown(static_cast<Grouping>(by));
        Q_EMIT placeChanged(true);
    });
    connect(m_alarms, &AlarmList::liftRequested, this, &DeliveryPage::lift);
    connect(m_alarms, &AlarmList::messagesRequested, this, [this](const wemo::delivery::Alarm &alarm) {
        showMessages(QStringLiteral("gateway=%1&state=undelivered,rejected,expired,failed,unknown").arg(alarm.subject));
    });
    connect(m_table, &ui::ListTable::opened, this, &DeliveryPage::openRow);
    connect(&m_context.live, &ui::LiveStream::received, this, [this](const live::LiveEvent &event) {
        if (isVisible() && event.type == live::smsAlarmsChanged)
            m_watch->refresh();
    });
    connect(&m_context.live, &ui::LiveStream::reset, this, [this] {
        if (isVisible())
            m_watch->refresh();
    });
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, [this](ui::ConnectionState state) {
        if (state == ui::ConnectionState::Connected && isVisible())
            m_watch->refresh();
    });
}

void DeliveryPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_alarms->setMayLift(m_context.client.may(staff::Permission::SmsSend));
    m_watch->start();
}

void DeliveryPage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    m_watch->stop();
}

void DeliveryPage::refresh() {
    m_watch->refresh();
}

bool DeliveryPage::backOut() {
    return m_alarms->closeQuestion();
}

void DeliveryPage::onUpdated() {
    const auto &picture = m_watch->picture();
    const auto &error = m_watch->error();
    if (picture) {
        fill(*picture);
        m_stack->setCurrentWidget(m_scroll);
        if (error)
            m_bar->showError(*error); // what was read stays
        else
            m_bar->clear();
        return;
    }
    if (!error)
        return m_stack->setCurrentIndex(0);
    const ui::ErrorText text = ui::errorText(*error);
    m_empty->setContent(QStringLiteral("dialog-error"), tr("The figures could not be read"), text.sentence,
                        tr("Try again"));
    m_stack->setCurrentWidget(m_empty);
}

void DeliveryPage::fill(const Picture &picture) {
    m_alarms->setPicture(picture);
    m_facts->setPicture(picture);
    m_funnel->setStats(picture.overTime.total);
    m_charts->setReport(picture.overTime);
    m_model->setReport(picture.breakdown);
    m_asOf->setText(tr("Counted %1").arg(ui::timeOfDay(picture.overTime.asOf)));
    fitTable();
}

void DeliveryPage::setDays(int days) {
    QAbstractButton *button = m_ranges->button(days);
    if (!button)
        return;
    button->setChecked(true);
    m_watch->setDays(days);
    m_context.settings.setValue(daysKey, days);
}

void DeliveryPage::setBreakdown(Grouping by) {
    if (QAbstractButton *button = m_tabs->button(static_cast<int>(by)))
        button->setChecked(true);
    m_watch->setBreakdown(by);
}

QString DeliveryPage::place() const {
    QUrlQuery query;
    query.addQueryItem(daysItem, QString::number(m_watch->days()));
    query.addQueryItem(byItem, toString(m_watch->breakdown()));
    return query.toString(QUrl::FullyEncoded);
}

void DeliveryPage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    if (query.hasQueryItem(daysItem))
        setDays(query.queryItemValue(daysItem).toInt());
    const auto by = wemo::delivery::groupingFromString(query.queryItemValue(byItem));
    if (by && m_tabs->button(static_cast<int>(*by)))
        setBreakdown(*by);
}

void DeliveryPage::lift(const QString &prefix, const QString &reason) {
    Q_EMIT acting();
    m_source.lift(prefix, reason).then(this, [this, prefix](const ui::ApiResult<wemo::delivery::Breaker> &lifted) {
        const bool isGone = !lifted && lifted.error().code == u"no-open-breaker"; // somebody else was faster
        if (!lifted && !isGone)
            return m_alarms->setRefused(prefix, ui::errorText(lifted.error()).sentence);
        m_alarms->setLifted(prefix);
        m_watch->refresh();
        if (isGone)
            return Q_EMIT noticed(tr("Somebody else has let %1 go on already.").arg(prefix));
        // What is stopped again tells why, like any other stop.
        Q_EMIT undoOffered(tr("Messages are sent to %1 again.").arg(prefix),
                           [source = m_source, prefix, why = tr("Sending again was taken back")]() mutable {
                               source.stop(prefix, why);
                           });
    });
}

void DeliveryPage::showMessages(const QString &place) {
    Q_EMIT openRequested(logPage, place);
}

/// Enter on a gateway or a template: its messages.
void DeliveryPage::openRow(const QModelIndex &index) {
    const auto *item = m_model->item(index.row());
    if (!item || item->key.isEmpty() || m_watch->breakdown() == Grouping::Prefix)
        return;
    const QString value = QString::fromLatin1(QUrl::toPercentEncoding(item->key));
    showMessages(QStringLiteral("%1=%2").arg(toString(m_watch->breakdown()), value));
}

} // namespace wemo::pages::delivery
