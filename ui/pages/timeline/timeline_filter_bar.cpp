#include "ui/pages/timeline/timeline_filter_bar.h"

#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/filter_bar.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

TimelineFilterBar::TimelineFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_bar(new ui::FilterBar(this))
    , m_product(m_bar->addChip(QStringLiteral("productChip")))
    , m_model(m_bar->addChip(QStringLiteral("modelChip")))
    , m_zone(m_bar->addChip(QStringLiteral("zoneChip")))
    , m_status(m_bar->addChip(QStringLiteral("statusChip"))) {
    setObjectName(QStringLiteral("timelineFilter"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    m_bar->field()->setObjectName(QStringLiteral("planSearch"));
    m_bar->field()->setMaxLength(60);
    for (QToolButton *chip : {m_product, m_model, m_zone, m_status})
        chip->setMenu(new QMenu(chip));
    connect(m_bar->field(), &ui::SearchField::searched, this, [this](const QString &text) {
        m_filter.text = text.trimmed();
        follow();
        Q_EMIT changed();
    });
    connect(m_bar, &ui::FilterBar::cleared, this, [this] {
        setFilter({});
        Q_EMIT changed();
    });
    follow();
}

void TimelineFilterBar::setNames(const pricing::CatalogNames &names) {
    m_names = names;
    follow();
}

void TimelineFilterBar::setFilter(const PlanFilter &filter) {
    m_filter = filter;
    m_bar->field()->setTextQuietly(filter.text);
    follow();
}

void TimelineFilterBar::setList(QWidget *list) {
    m_bar->field()->setList(list);
}

void TimelineFilterBar::focusField() {
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
}

void TimelineFilterBar::choose(QToolButton *chip, const QString &text, bool isChosen,
                               const std::function<void()> &set) {
    QAction *action = chip->menu()->addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(
        action, &QAction::triggered, this,
        [this, set] {
            set();
            follow();
            Q_EMIT changed();
        },
        Qt::QueuedConnection); // the menu is filled again, which deletes the action
}

void TimelineFilterBar::fillChip(QToolButton *chip, const QString &kind, QString PlanFilter::*member) {
    chip->menu()->clear();
    choose(chip, m_names.name(kind, QString()), (m_filter.*member).isEmpty(),
           [this, member] { (m_filter.*member).clear(); });
    for (const CatalogEntry &entry : m_names.entries(kind))
        choose(chip, m_names.name(kind, entry.code), m_filter.*member == entry.code,
               [this, member, code = entry.code] { m_filter.*member = code; });
    ui::FilterBar::setChip(chip, m_names.name(kind, m_filter.*member), !(m_filter.*member).isEmpty());
}

void TimelineFilterBar::fillStatus() {
    m_status->menu()->clear();
    choose(m_status, tr("Any status"), !m_filter.status, [this] { m_filter.status.reset(); });
    for (const IntervalStatus status : {IntervalStatus::Draft, IntervalStatus::Submitted, IntervalStatus::Scheduled,
                                        IntervalStatus::Effective, IntervalStatus::Ended, IntervalStatus::Withdrawn})
        choose(m_status, pricing::statusWord(status), m_filter.status == status,
               [this, status] { m_filter.status = status; });
    ui::FilterBar::setChip(
        m_status, m_filter.status ? tr("Has: %1").arg(pricing::statusWord(*m_filter.status)) : tr("Any status"),
        m_filter.status.has_value());
}

void TimelineFilterBar::follow() {
    fillChip(m_product, QStringLiteral("product"), &PlanFilter::product);
    fillChip(m_model, QStringLiteral("model"), &PlanFilter::model);
    fillChip(m_zone, QStringLiteral("zone"), &PlanFilter::zone);
    fillStatus();
    m_bar->field()->setPlaceholderText(tr("Name or code of a plan"));
    m_bar->field()->setAccessibleName(tr("Search plans"));
    m_bar->setClearVisible(!m_filter.isEmpty());
}

void TimelineFilterBar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace wemo::pages::timeline
