#include "ui/pages/queue/queue_page.h"

#include "ui/pages/queue/fault_panel.h"
#include "ui/pages/queue/job_list.h"
#include "ui/pages/queue/job_panel.h"
#include "ui/pages/queue/lane_strip.h"
#include "ui/pages/queue/painted_button.h"
#include "ui/pages/queue/queue_actions.h"
#include "ui/pages/queue/queue_charts.h"
#include "ui/pages/queue/queue_desk.h"
#include "ui/pages/queue/queue_facts.h"
#include "ui/pages/queue/queue_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QActionGroup>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrlQuery>

namespace wemo::pages::queue {

using wemo::queue::JobState;

namespace {
constexpr int listEveryMs = 3'000;
constexpr int panelWidth = 400;
const QString queueItem = QStringLiteral("queue");
const QString stateItem = QStringLiteral("state");
const QString searchItem = QStringLiteral("search");
const QString jobItem = QStringLiteral("job");
const QString widthKey = QStringLiteral("pages/queue/panel-width");

QString placeOf(const char *item, const QString &value) {
    QUrlQuery query;
    query.addQueryItem(QLatin1StringView(item), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return query.toString(QUrl::FullyEncoded);
}

/// The page by its English name too, a lane by either of its names, jobs by a phone number.
QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString text = typed.trimmed().toLower();
    QList<ui::PaletteHit> hits;
    const QString title = QueuePage::tr("Queue");
    if (text.size() >= 2 && QStringLiteral("queue").startsWith(text) && !title.toLower().startsWith(text))
        hits.append({title, {}, {}});
    for (const char *name : {"sms-otp", "sms-transactional", "sms-marketing"}) {
        const QString lane = QLatin1StringView(name);
        if (text.size() >= 3 && (lane.startsWith(text) || queueTitle(lane).toLower().startsWith(text)))
            hits.append({QStringLiteral("%1  %2").arg(queueTitle(lane), lane), title, placeOf("queue", lane)});
    }
    const QString digits = QString(text).remove(u' ').remove(u'-');
    if (digits.startsWith(u"09") || digits.startsWith(u"+886") || digits.startsWith(u"886"))
        hits.append({QueuePage::tr("Jobs for %1").arg(typed), title, placeOf("search", digits)});
    return hits;
}
} // namespace

ui::PageSpec QueuePage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("queue");
    spec.icon = QStringLiteral("view-pim-tasks");
    spec.permission = staff::Permission::QueueRead;
    spec.section = [] { return tr("Messages"); };
    spec.title = [] { return tr("Queue"); };
    spec.subtitle = [] { return tr("What waits to be sent, what is being sent, and what went wrong."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new QueuePage(context, parent);
    };
    spec.find = findFor;
    return spec;
}

QueuePage::QueuePage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_watch(new QueueWatch(m_source, {}, this))
    , m_desk(new QueueDesk(m_source, this))
    , m_actions(new QueueActions(this)) {
    setObjectName(QStringLiteral("queuePage"));
    build();
    wire();
    wireCharts();
    wireList();
    wireActions();
    wireDesk();
    m_listTimer.setInterval(listEveryMs);
    setMinutes(m_context.settings.value(QStringLiteral("pages/queue/minutes"), 60).toInt());
    retranslate();
    showStates();
}

QueuePage::~QueuePage() = default;

QAction *QueuePage::primaryAction() {
    return m_actions->pause;
}

QList<QAction *> QueuePage::commands() {
    return m_actions->all();
}

void QueuePage::wire() {
    connect(m_watch, &QueueWatch::updated, this, &QueuePage::onWatched);
    connect(&m_listTimer, &QTimer::timeout, this, [this] {
        m_list->refreshQuietly();
        if (isSideOpen(m_panel))
            m_panel->reload();
    });
    connect(m_lanes, &LaneStrip::chosen, this, [this](const QString &name) {
        if (name == m_watch->queueName())
            return;
        chooseQueue(name);
        Q_EMIT placeChanged(false);
    });
    for (StateTab *tab : std::as_const(m_tabs))
        connect(tab, &StateTab::toggled, this, [this, tab](bool on) {
            if (!on || tab->state() == m_state)
                return;
            chooseState(tab->state());
            Q_EMIT placeChanged(false);
        });
    connect(m_facts, &QueueFacts::jobRequested, this, &QueuePage::openJob);
    connect(m_bar, &ui::MessageBar::retryRequested, this, &QueuePage::refresh);
    connect(m_empty, &ui::EmptyState::actionRequested, this, &QueuePage::refresh);
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, [this](ui::ConnectionState state) {
        if (state == ui::ConnectionState::Connected && m_watch->isRunning()) {
            m_watch->refresh();
            if (isSideOpen(m_panel))
                m_panel->reload();
        }
        onWatched();
    });
}

void QueuePage::wireCharts() {
    connect(m_watch, &QueueWatch::statsLoaded, m_charts, &QueueCharts::setPoints);
    connect(m_watch, &QueueWatch::statsFailed, m_charts, &QueueCharts::setUnread);
    connect(m_ranges, &QActionGroup::triggered, this,
            [this](const QAction *action) { setMinutes(action->data().toInt()); });
    connect(m_logarithmic, &QAction::toggled, this, [this](bool on) {
        m_charts->setLogarithmic(on);
        m_context.settings.setValue(QStringLiteral("pages/queue/logarithmic"), on);
    });
    m_logarithmic->setChecked(m_context.settings.value(QStringLiteral("pages/queue/logarithmic"), true).toBool());
    m_charts->setLogarithmic(m_logarithmic->isChecked());
}

void QueuePage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_watch->start();
    m_listTimer.start();
    if (!m_watch->queueName().isEmpty())
        m_list->refreshQuietly();
    focusShown();
}

void QueuePage::focusShown() {
    if (m_stack->currentWidget() == m_content)
        m_list->focusList();
    else
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void QueuePage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    m_watch->stop();
    m_listTimer.stop();
}

void QueuePage::refresh() {
    m_watch->refresh();
    m_list->refresh();
    if (isSideOpen(m_panel))
        m_panel->reload();
}

bool QueuePage::focusFilter() {
    if (m_stack->currentWidget() != m_content)
        return false;
    m_list->focusSearch();
    return true;
}

bool QueuePage::backOut() {
    if (!m_side->isHidden()) {
        closeSide();
        return true;
    }
    if (m_list->clearSelection())
        return true;
    if (m_list->search().isEmpty())
        return false;
    m_list->clearSearch();
    m_list->focusList();
    return true;
}

QString QueuePage::place() const {
    QUrlQuery query;
    const auto add = [&query](const QString &item, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(item, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(queueItem, m_watch->queueName());
    add(stateItem, toString(m_state));
    add(searchItem, m_list->search());
    add(jobItem, m_job);
    return query.toString(QUrl::FullyEncoded);
}

/// A place that names less than all leaves the rest as it is: a number is looked for where one is.
void QueuePage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    const auto item = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QString name = item(queueItem);
    const auto state = wemo::queue::jobStateFromString(item(stateItem));
    const bool elsewhere = (!name.isEmpty() && name != m_watch->queueName()) || (state && *state != m_state) ||
                           item(searchItem) != m_list->search();
    if (state)
        m_state = *state;
    if (!name.isEmpty())
        m_watch->setQueue(name);
    if (elsewhere)
        this->query(item(searchItem));
    showStates();
    onWatched();
    if (const QString job = item(jobItem); !job.isEmpty())
        openJob(job);
    else
        closeSide();
}

void QueuePage::chooseQueue(const QString &name) {
    m_watch->setQueue(name);
    m_charts->setPoints({});
    closeSide();
    query(m_list->search());
    onWatched();
}

void QueuePage::chooseState(JobState state) {
    m_state = state;
    if (isSideOpen(m_panel))
        closeSide();
    showStates();
    query(m_list->search());
}

void QueuePage::query(const QString &search) {
    m_refused->clear();
    m_list->setQuery(m_watch->queueName(), m_state, search);
    followSelection();
}

void QueuePage::setMinutes(int minutes) {
    for (QAction *action : m_ranges->actions())
        if (action->data().toInt() == minutes)
            action->setChecked(true);
    m_watch->setMinutes(m_ranges->checkedAction() ? m_ranges->checkedAction()->data().toInt() : 60);
    m_context.settings.setValue(QStringLiteral("pages/queue/minutes"), m_watch->minutes());
    if (m_ranges->checkedAction())
        m_range->setText(tr("Charts: %1").arg(m_ranges->checkedAction()->text()));
}

void QueuePage::openJob(const QString &id) {
    const bool known = id == m_job && isSideOpen(m_panel);
    m_job = id;
    m_panel->showJob(m_watch->queueName(), id);
    if (const wemo::queue::JobRow *row = m_list->row(id))
        m_panel->showRow(*row);
    m_list->setCurrentJob(id);
    openSide(m_panel);
    if (!known)
        Q_EMIT placeChanged(true);
}

bool QueuePage::isSideOpen(const QWidget *panel) const {
    return !m_side->isHidden() && m_side->currentWidget() == panel;
}

void QueuePage::openSide(QWidget *panel) {
    m_side->setCurrentWidget(panel);
    if (!m_side->isHidden())
        return;
    m_side->show();
    const int width = m_context.settings.value(widthKey, panelWidth).toInt();
    m_splitter->setSizes({std::max(1, m_splitter->width() - width), width});
}

void QueuePage::closeSide() {
    if (m_side->isHidden())
        return;
    m_context.settings.setValue(widthKey, m_side->width());
    const bool hadFocus = m_side->isAncestorOf(focusWidget());
    m_side->hide();
    m_job.clear();
    m_panel->showJob({}, {});
    m_list->setCurrentJob({});
    if (hadFocus || isVisible())
        m_list->focusList();
    Q_EMIT placeChanged(true);
}

} // namespace wemo::pages::queue
