#include "ui/pages/timeline/timeline_page.h"

#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/timeline/timeline_filter_bar.h"
#include "ui/pages/timeline/timeline_panel.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrlQuery>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
constexpr int panelWidth = 480;
constexpr int clockEveryMs = 30'000;
constexpr int restMs = 300;
const QString planItem = QStringLiteral("plan");
const QString intervalItem = QStringLiteral("interval");
const QString fromItem = QStringLiteral("from");
const QString toItem = QStringLiteral("to");
const QString widthKey = QStringLiteral("pages/pricing-timeline/panel-width");

QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString text = typed.trimmed().toLower();
    if (text.size() < 3)
        return {};
    QList<ui::PaletteHit> hits;
    if (QStringLiteral("price timeline").contains(text) && !TimelinePage::tr("Price timeline").toLower().contains(text))
        hits.append({TimelinePage::tr("Price timeline"), {}, {}});
    static const QRegularExpression code(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)+$"));
    if (code.match(text).hasMatch())
        hits.append({TimelinePage::tr("Plan %1").arg(text), TimelinePage::tr("Price timeline"),
                     QStringLiteral("plan=") + text});
    return hits;
}
} // namespace

ui::PageSpec TimelinePage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("pricing-timeline");
    spec.icon = QStringLiteral("view-calendar-timeline");
    spec.permission = staff::Permission::PricingRead;
    spec.section = [] { return tr("Prices"); };
    spec.title = [] { return tr("Price timeline"); };
    spec.subtitle = [] { return tr("Which prices are in force for whom, since when, and what comes next."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new TimelinePage(context, parent);
    };
    spec.find = findFor;
    return spec;
}

TimelinePage::TimelinePage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_desk(new TimelineDesk(m_source, this)) {
    setObjectName(QStringLiteral("timelinePage"));
    build();
    buildActions();
    wire();
    wireDesk();
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(restMs);
    m_clock.setInterval(clockEveryMs);
    m_clock.start();
    retranslate();
    showWhatThereIs();
}

TimelinePage::~TimelinePage() = default;

QList<QAction *> TimelinePage::commands() {
    return {m_newDraft, m_newPlan, m_retire, m_rollback, m_remove, m_zoomIn, m_zoomOut, m_fit, m_today};
}

void TimelinePage::wire() {
    connect(m_filter, &TimelineFilterBar::changed, this, &TimelinePage::showRows);
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePage::select);
    connect(m_view, &TimelineView::opened, this, &TimelinePage::open);
    connect(m_view, &TimelineView::draftRequested, this, &TimelinePage::newDraft);
    connect(m_view, &TimelineView::draftMoved, m_desk, &TimelineDesk::moveDraft);
    connect(m_view, &TimelineView::rangeChanged, &m_placeTimer, qOverload<>(&QTimer::start));
    connect(&m_placeTimer, &QTimer::timeout, this, [this] { Q_EMIT placeChanged(true); });
    connect(m_ask, &ui::MessageBar::retryRequested, this, [this] {
        m_ask->clear();
        m_desk->retirePlan(m_retiring);
    });
    connect(m_panel, &TimelinePanel::closeRequested, this, &TimelinePage::closeSide);
    connect(m_panel, &TimelinePanel::editingEnded, this, [this] {
        if (m_view->currentPlan() == 0)
            closeSide();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bar, &ui::MessageBar::retryRequested, this, &TimelinePage::refresh);
    connect(m_empty, &ui::EmptyState::actionRequested, this, [this] {
        if (m_desk->error() || !m_desk->isLoaded())
            return refresh();
        if (m_desk->book().plans.isEmpty())
            return newPlan();
        m_filter->setFilter({});
        showRows();
    });
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_view->motion())
            showRows(); // what was scheduled may be in force by now
    });
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, [this](ui::ConnectionState state) {
        if (state == ui::ConnectionState::Connected && isVisible())
            m_desk->load();
        m_view->setStale(isStale());
        followActions();
    });
}

void TimelinePage::wireDesk() {
    connect(m_desk, &TimelineDesk::loaded, this, &TimelinePage::onBook);
    connect(m_desk, &TimelineDesk::changed, this, &TimelinePage::showRows);
    connect(m_desk, &TimelineDesk::loadFailed, this, [this] {
        const bool offline = m_context.client.state() == ui::ConnectionState::Offline;
        if (!(offline && m_desk->isLoaded())) // that it is stale then, the shell says
            m_bar->showError(*m_desk->error());
        m_view->setStale(true);
        showWhatThereIs();
    });
    connect(m_desk, &TimelineDesk::done, this, [this](Id plan, Id interval, const QString &text) {
        m_refused->clear();
        m_view->setCurrent(plan, interval);
        m_panel->show(plan, interval, reader());
        if (!text.isEmpty())
            Q_EMIT noticed(text);
        Q_EMIT placeChanged(true);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_desk, &TimelineDesk::undoOffered, this, &TimelinePage::undoOffered);
    connect(m_desk, &TimelineDesk::planSaved, this, [this](Id plan) {
        m_pending = QStringLiteral("plan=%1").arg(plan);
        Q_EMIT noticed(tr("Plan created"));
    });
    connect(m_desk, &TimelineDesk::refused, this, [this](const ui::ApiError &error) {
        if (m_panel->isHidden())
            m_refused->showError(error, false);
    });
    connect(m_desk, &TimelineDesk::overtaken, this, [this] {
        if (m_panel->isHidden())
            openSide(); // its message says what the other did
    });
    connect(&m_context.live, &ui::LiveStream::received, this, &TimelinePage::onLive);
    connect(&m_context.live, &ui::LiveStream::reset, m_desk, &TimelineDesk::load);
}

void TimelinePage::onLive(const wemo::live::LiveEvent &event) {
    if (event.type != wemo::live::pricingTimelineChanged)
        return;
    const Id plan = idFromString(event.data.value(QStringLiteral("plan_id")).toString()).value_or(0);
    m_desk->onPlanChanged(plan, event.data.value(QStringLiteral("timeline_version")).toInteger());
}

void TimelinePage::onBook() {
    m_bar->clear();
    m_filter->setNames(m_desk->names());
    m_view->setStale(isStale());
    showRows();
    openPending();
}

void TimelinePage::showRows() {
    m_view->setRows(rowsOf(m_desk->book(), m_filter->filter(), m_context.now()), m_context.now());
    if (!m_panel->isHidden() && !m_panel->isEditing())
        m_panel->follow();
    followActions();
    showWhatThereIs();
}

bool TimelinePage::isStale() const {
    return m_desk->error().has_value() || m_context.client.state() == ui::ConnectionState::Offline;
}

/// The timeline, or what stands in its place.
void TimelinePage::showWhatThereIs() {
    QWidget *shown = m_splitter;
    const bool mayEdit = m_context.client.may(staff::Permission::PricingEdit);
    if (!m_desk->isLoaded() && !m_desk->error()) {
        shown = m_loading;
    } else if (!m_desk->isLoaded()) {
        m_empty->setContent(QStringLiteral("network-disconnect"), tr("The prices could not be read"),
                            tr("Rides are priced all the same: this page only looks. Try again."), tr("Retry"));
        shown = m_empty;
    } else if (m_desk->book().plans.isEmpty() && !m_panel->isEditing()) {
        m_empty->setContent(QStringLiteral("view-calendar-timeline"), tr("No plans yet"),
                            tr("A plan says what is for sale and to whom; its prices follow on the timeline."),
                            mayEdit ? tr("New plan") : QString());
        shown = m_empty;
    } else if (m_view->rows().isEmpty() && !m_panel->isEditing()) {
        m_empty->setContent(QStringLiteral("edit-find"), tr("No plan matches"), tr("Nothing fits what is looked for."),
                            tr("Clear the filter"));
        shown = m_empty;
    }
    if (m_stack->currentWidget() == shown)
        return;
    const bool hadFocus = m_stack->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        (shown == m_splitter ? static_cast<QWidget *>(m_view) : shown)->setFocus(Qt::OtherFocusReason);
}

Reader TimelinePage::reader() const {
    const auto &session = m_context.client.session();
    return {session ? session->account.id : 0, m_context.client.may(staff::Permission::PricingEdit),
            m_context.client.may(staff::Permission::PricingApprove)};
}

void TimelinePage::followActions() {
    const Reader who = reader();
    const Interval *interval = m_desk->interval(m_view->currentInterval());
    const IntervalOffer offer =
        interval ? offerFor(*interval, m_desk->intervalsOf(interval->planId), who, m_context.now()) : IntervalOffer();
    const Plan *plan = m_desk->plan(m_view->currentPlan());
    m_newDraft->setVisible(who.mayEdit);
    m_newDraft->setEnabled(who.mayEdit && !m_view->rows().isEmpty());
    m_newPlan->setVisible(who.mayEdit);
    m_newPlan->setEnabled(who.mayEdit && m_desk->isLoaded());
    m_retire->setVisible(who.mayEdit);
    m_retire->setEnabled(who.mayEdit && plan && !plan->retiredAt);
    m_rollback->setVisible(who.mayApprove);
    m_rollback->setEnabled(offer.rollback);
    m_remove->setVisible(who.mayEdit);
    m_remove->setEnabled(offer.remove);
    m_view->setEditable(who.mayEdit && m_context.client.state() != ui::ConnectionState::Offline);
    m_readOnly->setVisible(!who.mayEdit && m_desk->isLoaded());
}

void TimelinePage::select(Id plan, Id interval) {
    followActions();
    if (!m_panel->isHidden() && !m_panel->isEditing())
        m_panel->show(plan, interval, reader());
    Q_EMIT placeChanged(true);
}

void TimelinePage::open(Id plan, Id interval) {
    if (m_panel->isEditing())
        m_panel->stopEditing();
    m_panel->show(plan, interval, reader());
    openSide();
    Q_EMIT placeChanged(false);
}

void TimelinePage::openSide() {
    if (!m_panel->isHidden())
        return;
    m_panel->setVisible(true);
    const int width = m_context.settings.value(widthKey, panelWidth).toInt();
    m_splitter->setSizes({std::max(1, m_splitter->width() - width), width});
}

void TimelinePage::closeSide() {
    if (m_panel->isHidden())
        return;
    m_context.settings.setValue(widthKey, m_panel->width());
    m_panel->stopEditing();
    m_panel->hide();
    m_view->setFocus(Qt::OtherFocusReason);
    showWhatThereIs();
    Q_EMIT placeChanged(true);
}

// ---- the shell asks

void TimelinePage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    if (!m_desk->isLoading())
        m_desk->load();
    m_view->setFocus(Qt::OtherFocusReason);
}

bool TimelinePage::focusFilter() {
    m_filter->focusField();
    return true;
}

bool TimelinePage::backOut() {
    if (m_view->motion()) {
        m_view->cancelMotion();
        return true;
    }
    if (!m_ask->isHidden()) {
        m_ask->clear();
        return true;
    }
    if (!m_panel->isHidden()) {
        if (!m_panel->backOut())
            closeSide();
        return true;
    }
    if (m_filter->filter().isEmpty())
        return false;
    m_filter->setFilter({});
    showRows();
    return true;
}

QString TimelinePage::place() const {
    if (!m_desk->isLoaded())
        return m_pending;
    QUrlQuery query;
    if (const Plan *plan = m_desk->plan(m_view->currentPlan()))
        query.addQueryItem(planItem, plan->code);
    if (m_view->currentInterval() != 0 && !m_panel->isHidden())
        query.addQueryItem(intervalItem, idToString(m_view->currentInterval()));
    const auto [from, to] = m_view->range();
    query.addQueryItem(fromItem, toIso(from));
    query.addQueryItem(toItem, toIso(to));
    return query.toString(QUrl::FullyEncoded);
}

void TimelinePage::openPlace(const QString &place) {
    m_pending = place;
    if (m_desk->isLoaded())
        openPending();
}

void TimelinePage::openPending() {
    const QUrlQuery query(std::exchange(m_pending, {}));
    const auto item = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const Result<Instant> from = fromIso(item(fromItem));
    const Result<Instant> to = fromIso(item(toItem));
    if (from && to && *from < *to)
        m_view->showRange(*from, *to);
    const QString text = item(planItem);
    const Id interval = idFromString(item(intervalItem)).value_or(0);
    for (const Plan &plan : m_desk->book().plans) {
        if (plan.code != text && idToString(plan.id) != text)
            continue;
        if (std::none_of(m_view->rows().begin(), m_view->rows().end(),
                         [&plan](const Row &row) { return row.plan.id == plan.id; })) {
            m_filter->setFilter({});
            showRows();
        }
        m_view->setCurrent(plan.id, interval);
        followActions();
        if (m_desk->interval(interval))
            return open(plan.id, interval);
    }
}

// ---- commands

void TimelinePage::newDraft() {
    if (m_view->currentPlan() == 0 && !m_view->rows().isEmpty())
        m_view->setCurrent(m_view->rows().constFirst().plan.id, 0);
    if (m_view->currentPlan() == 0)
        return;
    m_panel->show(m_view->currentPlan(), m_view->currentInterval(), reader());
    openSide();
    m_panel->beginDraft(m_view->currentPlan());
}

void TimelinePage::newPlan() {
    openSide();
    m_panel->beginPlan();
    showWhatThereIs();
}

void TimelinePage::retirePlan() {
    const Plan *plan = m_desk->plan(m_view->currentPlan());
    if (!plan)
        return;
    m_retiring = plan->id;
    const QString name = pricing::planName(*plan);
    m_ask->showMessage(ui::Tone::Warning, tr("%1 is not for sale from now on. This cannot be undone.").arg(name),
                       tr("Retire %1").arg(plan->code));
}

void TimelinePage::rollBack() {
    open(m_view->currentPlan(), m_view->currentInterval());
    m_panel->askRollback();
}

void TimelinePage::removeDraft() {
    m_desk->deleteDraft(m_view->currentInterval());
}

void TimelinePage::zoomIn() {
    m_view->zoomBy(1.5);
}
void TimelinePage::zoomOut() {
    m_view->zoomBy(1 / 1.5);
}
void TimelinePage::fit() {
    m_view->fit();
}
void TimelinePage::today() {
    m_view->goToday();
}

} // namespace wemo::pages::timeline
