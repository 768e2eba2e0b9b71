#include "ui/pages/simulator/simulator_page.h"

#include "models/live/live_event.h"
#include "ui/pages/simulator/ride_form.h"
#include "ui/pages/simulator/stack_table.h"
#include "ui/pages/simulator/verify_panel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>

namespace wemo::pages::simulator {

using namespace wemo::pricing;

namespace {
const QString languageKey = QStringLiteral("pages/fare-simulator/language");

/// The page by what staff call it in either language.
QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString text = typed.trimmed().toLower();
    const QString title = SimulatorPage::tr("Fare simulator");
    if (text.size() < 2 || title.toLower().contains(text))
        return {};
    for (const char *name : {"fare simulator", "simulator", "quote", "price", "車資", "試算", "報價"})
        if (QString::fromUtf8(name).startsWith(text))
            return {{title, {}, {}}};
    return {};
}
} // namespace

ui::PageSpec SimulatorPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("fare-simulator");
    spec.icon = QStringLiteral("taxes-finances");
    spec.permission = staff::Permission::PricingRead;
    spec.section = [] { return tr("Prices"); };
    spec.title = [] { return tr("Fare simulator"); };
    spec.subtitle = [] { return tr("What a ride costs, line by line, now or at any other time."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new SimulatorPage(context, parent);
    };
    spec.find = findFor;
    return spec;
}

SimulatorPage::SimulatorPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_prices(context.client)
    , m_desk(new QuoteDesk(m_source, this))
    , m_memory(context.settings)
    , m_copy(new QAction(this)) {
    setObjectName(QStringLiteral("simulatorPage"));
    m_copy->setObjectName(QStringLiteral("copyFare"));
    m_copy->setIcon(ui::icon(QStringLiteral("edit-copy")));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_copy);
    m_copy->setEnabled(false);
    const QString language = context.settings.value(languageKey, QStringLiteral("zh")).toString();
    m_language = language == u"en" ? Language::English : Language::Chinese;
    build();
    wire();
    retranslate();
    RideEntry entry;
    entry.start = startText(m_context.now());
    m_form->setEntry(withPreset(entry, Preset::Commute));
}

/// Without an address there is nobody to ask yet: the skeleton stands until there is.
void SimulatorPage::onConnection(ui::ConnectionState state) {
    if (state == ui::ConnectionState::Connected && isVisible() && (!m_hasCatalog || m_error || m_priced.isEmpty()))
        refresh();
}

void SimulatorPage::loadCatalog() {
    if (m_context.client.state() == ui::ConnectionState::Starting)
        return;
    m_prices.catalog().then(this, [this](const ui::ApiResult<QList<CatalogEntry>> &catalog) {
        if (!catalog)
            return m_priced.isEmpty() ? showError(catalog.error()) : m_bar->showError(catalog.error());
        m_hasCatalog = true;
        m_form->setCatalog(*catalog);
        if (m_isFresh)
            begin(*catalog);
    });
}

/// The first fare: a commute now, with the first model and tier there are.
void SimulatorPage::begin(const QList<CatalogEntry> &catalog) {
    m_isFresh = false;
    RideEntry entry = m_form->entry();
    for (const CatalogEntry &word : catalog) {
        if (word.kind == u"model" && entry.model.isEmpty())
            entry.model = word.code;
        if (word.kind == u"tier" && entry.tier.isEmpty())
            entry.tier = word.code;
    }
    m_form->setEntry(entry);
    Q_EMIT placeChanged(true);
    calculate(true);
}

void SimulatorPage::apply(const RideEntry &entry) {
    m_isFresh = false;
    m_form->setEntry(entry);
    Q_EMIT placeChanged(false);
    calculate(true);
}

/// What is wrong already here is told at its field, and the service is not asked.
void SimulatorPage::calculate(bool isNow) {
    const ReadRides read = readRides(m_form->entry());
    m_form->setErrors(read.errors);
    if (!read.errors.isEmpty()) {
        m_desk->forget();
        return showWrongFields();
    }
    if (m_context.client.state() == ui::ConnectionState::Starting)
        return;
    QList<Ride> rides{read.ride};
    if (read.other)
        rides.append(*read.other);
    m_desk->want(rides, isNow);
}

void SimulatorPage::onEdited() {
    m_isFresh = false;
    Q_EMIT placeChanged(true);
    calculate(false);
}

void SimulatorPage::onEntered() {
    calculate(true);
    m_form->focusFirstError();
    if (!readRides(m_form->entry()).errors.isEmpty())
        return;
    m_memory.remember(m_form->entry());
    Q_EMIT placeChanged(false);
}

void SimulatorPage::onAnswered() {
    QList<PricedRide> priced;
    for (const QuoteDesk::Answer &answer : m_desk->answers()) {
        if (!answer)
            return showError(answer.error());
        priced.append(*answer);
    }
    m_priced = priced;
    m_error.reset();
    m_bar->clear();
    showFare();
}

void SimulatorPage::onLive(const QString &type) {
    if (isVisible() && (type == live::pricingTimelineChanged || type == live::pricingCampaignChanged))
        calculate(true);
}

void SimulatorPage::refresh() {
    if (!m_hasCatalog)
        loadCatalog();
    if (!m_isFresh)
        calculate(true);
}

void SimulatorPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    if (!m_hasCatalog)
        loadCatalog();
    if (!m_isFresh && (m_priced.isEmpty() || m_error))
        calculate(true);
    m_form->focusStart();
}

bool SimulatorPage::focusFilter() {
    m_tabs->setCurrentIndex(0);
    m_form->focusStart();
    return true;
}

bool SimulatorPage::backOut() {
    if (m_tabs->currentIndex() != 0) {
        m_tabs->setCurrentIndex(0);
        return true;
    }
    RideEntry entry = m_form->entry();
    if (!entry.otherStart)
        return false;
    entry.otherStart.reset();
    apply(entry);
    return true;
}

QString SimulatorPage::place() const {
    return toPlace(m_form->entry());
}

void SimulatorPage::openPlace(const QString &place) {
    if (place.isEmpty() || place == this->place())
        return;
    m_isFresh = false;
    m_form->setEntry(entryFromPlace(place));
    calculate(true);
}

QString SimulatorPage::fareText() const {
    QStringList parts;
    if (m_priced.size() == 2)
        parts.append(spokenChange(m_priced.at(0), m_priced.at(1), m_language) + u'\n');
    for (const PricedRide &priced : m_priced)
        parts.append(reading(priced, m_language));
    return parts.join(u'\n');
}

void SimulatorPage::copy() {
    if (m_priced.isEmpty())
        return;
    QApplication::clipboard()->setText(fareText());
    Q_EMIT noticed(tr("Copied"));
}

void SimulatorPage::chooseLanguage(Language language) {
    m_language = language;
    m_context.settings.setValue(languageKey, language == Language::English ? "en" : "zh");
    showFare();
}

void SimulatorPage::pickNow() {
    RideEntry entry = m_form->entry();
    entry.start = startText(m_context.now());
    apply(entry);
}

void SimulatorPage::pickLastMonth() {
    RideEntry entry = m_form->entry();
    entry.start = startText(
        fromMs(QDateTime::fromMSecsSinceEpoch(toMs(m_context.now()), Qt::UTC).addMonths(-1).toMSecsSinceEpoch()));
    apply(entry);
}

void SimulatorPage::pickAfterChange() {
    pickChange(false);
}

void SimulatorPage::compareLastMonth() {
    RideEntry entry = m_form->entry();
    const qint64 now = toMs(m_context.now());
    entry.start = startText(fromMs(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).addMonths(-1).toMSecsSinceEpoch()));
    entry.otherStart = startText(fromMs(now));
    apply(entry);
}

void SimulatorPage::compareChange() {
    pickChange(true);
}

void SimulatorPage::pickChange(bool isCompared) {
    if (m_priced.isEmpty())
        return Q_EMIT noticed(tr("Calculate a fare first: the change is of the plan that prices it."));
    const Id plan = m_priced.constFirst().planId;
    m_prices.timelines().then(this, [this, plan, isCompared](const ui::ApiResult<TimelineBook> &book) {
        if (!book)
            return m_bar->showError(book.error(), false);
        std::optional<Instant> next;
        for (const Interval &interval : book->intervals)
            if (interval.planId == plan && isPublished(interval) && interval.from > m_context.now())
                next = next ? std::min(*next, interval.from) : interval.from;
        if (!next)
            return Q_EMIT noticed(tr("No change of this plan is scheduled."));
        RideEntry entry = m_form->entry();
        entry.start = startText(isCompared ? *next - std::chrono::minutes(1) : *next);
        if (isCompared)
            entry.otherStart = startText(*next);
        apply(entry);
    });
}

} // namespace wemo::pages::simulator
