#include "ui/pages/timeline/config_tabs.h"

#include "ui/pages/pricing/config_comparison.h"
#include "ui/pages/pricing/config_form.h"
#include "ui/pages/pricing/fare_curve.h"
#include "ui/pages/pricing/worked_examples.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

ConfigTab::ConfigTab(TimelineDesk &desk, ConfigShelf &shelf, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_shelf(shelf)
    , m_title(new QLabel(this))
    , m_bar(new ui::MessageBar(this))
    , m_minutes(new pricing::FareCurve(pricing::FareAxis::Minutes, this))
    , m_kilometres(new pricing::FareCurve(pricing::FareAxis::Kilometres, this))
    , m_examples(new pricing::WorkedExamples(this))
    , m_form(new pricing::ConfigForm(this)) {
    setObjectName(QStringLiteral("configTab"));
    m_title->setObjectName(QStringLiteral("configTitle"));
    m_title->setWordWrap(true);
    ui::setUiProperty(m_title, "ui", QStringLiteral("heading"));
    m_form->setReadOnly(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_bar, m_minutes, m_kilometres, m_examples, m_form})
        column->addWidget(part);
    retranslate();
}

void ConfigTab::show(Id interval) {
    const Interval *found = m_desk.interval(interval);
    const int epoch = ++m_epoch;
    for (QWidget *part : std::initializer_list<QWidget *>{m_minutes, m_kilometres, m_examples, m_form})
        part->setVisible(found != nullptr);
    m_config = found ? found->configId : 0;
    retranslate();
    if (!found)
        return;
    m_shelf.read(found->configId, this, [this, epoch, shown = *found](const ui::ApiResult<Config> &config) {
        if (epoch != m_epoch)
            return;
        if (!config)
            return m_bar->showError(config.error(), false);
        m_bar->clear();
        fill(shown, *config);
    });
}

void ConfigTab::fill(const Interval &interval, const Config &config) {
    Ride ride;
    ride.start = interval.from;
    ride.metres = 3'000;
    ride.seconds = 15 * 60;
    const Plan *plan = m_desk.plan(interval.planId);
    if (plan) {
        ride.product = plan->product;
        ride.pickupZone = ride.returnZone = plan->zone;
    }
    for (pricing::FareCurve *curve : {m_minutes, m_kilometres}) {
        curve->setRide(ride);
        curve->setConfigs(std::nullopt, config);
    }
    m_kilometres->setVisible(config.find<DistanceSegments>() || config.find<Packages>());
    m_examples->setConfigs(std::nullopt, config, interval.from, m_desk.names());
    m_form->setNames(m_desk.names());
    m_form->setConfig(config);
}

void ConfigTab::retranslate() {
    const ConfigRecord *record = m_desk.config(m_config);
    if (!record)
        m_title->setText(tr("Choose an interval to see its prices."));
    else if (record->note.isEmpty())
        m_title->setText(tr("Version %1").arg(record->version));
    else
        m_title->setText(tr("Version %1: %2").arg(record->version).arg(record->note));
    for (pricing::FareCurve *curve : {m_minutes, m_kilometres})
        curve->setNames(tr("Before"), record ? tr("Version %1").arg(record->version) : QString());
    m_examples->setColumnNames(tr("Before"), tr("Fare"));
}

void ConfigTab::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

CompareTab::CompareTab(TimelineDesk &desk, ConfigShelf &shelf, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_shelf(shelf)
    , m_now(std::move(now))
    , m_before(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_bar(new ui::MessageBar(this))
    , m_hint(new QLabel(this))
    , m_comparison(new pricing::ConfigComparison(this)) {
    setObjectName(QStringLiteral("compareTab"));
    m_before->setObjectName(QStringLiteral("compareBefore"));
    m_after->setObjectName(QStringLiteral("compareAfter"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    for (QComboBox *box : {m_before, m_after}) {
        box->setMinimumContentsLength(10);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row->addWidget(box, 1);
        connect(box, &QComboBox::activated, this, &CompareTab::compare);
    }
    column->addLayout(row);
    column->addWidget(m_bar);
    column->addWidget(m_hint);
    column->addWidget(m_comparison);
    retranslate();
}

void CompareTab::show(Id plan, Id interval) {
    if (plan == m_plan && interval == m_interval && m_before->count() == m_desk.configsOf(plan).size())
        return compare(); // what was chosen stays
    m_plan = plan;
    m_interval = interval;
    const QList<ConfigRecord> configs = m_desk.configsOf(plan);
    const Interval *found = m_desk.interval(interval);
    Id after = found ? found->configId : configs.isEmpty() ? 0 : configs.constFirst().id;
    Id before = configs.size() > 1 ? configs.at(1).id : after;
    if (found)
        if (const auto was = inForce(m_desk.intervalsOf(plan), found->from - Milliseconds(1)))
            before = was->configId;
    fill(before, after);
    compare();
}

void CompareTab::fill(Id before, Id after) {
    const QList<ConfigRecord> configs = m_desk.configsOf(m_plan);
    for (const auto &[box, chosen] : {std::pair(m_before, before), std::pair(m_after, after)}) {
        box->clear();
        for (const ConfigRecord &record : configs)
            box->addItem(record.note.isEmpty() ? tr("Version %1").arg(record.version)
                                               : tr("Version %1: %2").arg(record.version).arg(record.note),
                         QVariant::fromValue(record.id));
        box->setCurrentIndex(box->findData(QVariant::fromValue(chosen)));
    }
    m_comparison->setVisible(!configs.isEmpty());
    m_hint->setVisible(configs.isEmpty());
}

void CompareTab::compare() {
    const Id before = m_before->currentData().toLongLong();
    const Id after = m_after->currentData().toLongLong();
    const int epoch = ++m_epoch;
    if (before == 0 || after == 0)
        return;
    m_shelf.read(before, this, [this, epoch, before, after](const ui::ApiResult<Config> &one) {
        if (epoch != m_epoch)
            return;
        if (!one)
            return m_bar->showError(one.error(), false);
        m_shelf.read(after, this, [this, epoch, before, after, was = *one](const ui::ApiResult<Config> &other) {
            if (epoch != m_epoch)
                return;
            if (!other)
                return m_bar->showError(other.error(), false);
            m_bar->clear();
            const auto name = [this](Id id) {
                const ConfigRecord *record = m_desk.config(id);
                return tr("Version %1").arg(record ? record->version : 0);
            };
            m_comparison->compare(was, name(before), *other, name(after), m_now(), m_desk.names());
        });
    });
}

void CompareTab::retranslate() {
    m_before->setAccessibleName(tr("Config before"));
    m_after->setAccessibleName(tr("Config after"));
    m_hint->setText(tr("This plan has no configs yet."));
}

void CompareTab::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill(m_before->currentData().toLongLong(), m_after->currentData().toLongLong());
        compare();
    }
}

} // namespace wemo::pages::timeline
