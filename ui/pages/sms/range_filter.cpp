#include "ui/pages/sms/range_filter.h"

#include "ui/widgets/filter_bar.h"
#include "ui/widgets/time_text.h"

#include <QActionGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QUrlQuery>

namespace wemo::pages::sms {

namespace {
using Range = RangeFilter::Range;

const std::pair<Range, const char *> names[] = {
    {Range::Any, "any"},     {Range::LastHour, "1h"},   {Range::Today, "today"},
    {Range::LastWeek, "7d"}, {Range::LastMonth, "30d"}, {Range::Custom, "custom"},
};

QString words(Range range) {
    switch (range) {
    case Range::Any:
        return RangeFilter::tr("Any time");
    case Range::LastHour:
        return RangeFilter::tr("Last hour");
    case Range::Today:
        return RangeFilter::tr("Today");
    case Range::LastWeek:
        return RangeFilter::tr("Last 7 days");
    case Range::LastMonth:
        return RangeFilter::tr("Last 30 days");
    case Range::Custom:
        return RangeFilter::tr("Custom range");
    }
    return {};
}

QDateTimeEdit *timeEdit(const QString &name, QWidget *parent) {
    auto *edit = new QDateTimeEdit(parent);
    edit->setObjectName(name);
    edit->setTimeSpec(Qt::UTC); // shows the numbers it is given: the clock of Taipei, see toTaipei
    edit->setDisplayFormat(QStringLiteral("yyyy/MM/dd HH:mm"));
    edit->setCalendarPopup(true);
    edit->setMinimumWidth(160);
    return edit;
}

void show(QDateTimeEdit *edit, Instant at) {
    const QDateTime local = ui::toTaipei(at);
    edit->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC));
}
} // namespace

RangeFilter::RangeFilter(std::function<Instant()> now, QWidget *parent)
    : QObject(parent)
    , m_now(std::move(now)) {
    buildChip(parent);
    buildCustom(parent);
    retranslate();
}

void RangeFilter::buildChip(QWidget *parent) {
    m_chip = new QToolButton(parent);
    m_chip->setObjectName(QStringLiteral("rangeChip"));
    ui::FilterBar::makeChip(m_chip);
    auto *menu = new QMenu(m_chip);
    menu->setObjectName(QStringLiteral("rangeMenu"));
    m_ranges = new QActionGroup(this);
    for (const auto &entry : names) {
        QAction *action = m_ranges->addAction(menu->addAction(QString()));
        action->setObjectName(QStringLiteral("range.") + QLatin1StringView(entry.second));
        action->setCheckable(true);
        action->setData(static_cast<int>(entry.first));
    }
    m_chip->setMenu(menu);
    connect(m_ranges, &QActionGroup::triggered, this, [this](const QAction *action) {
        setRange(static_cast<Range>(action->data().toInt()));
        Q_EMIT changed();
    });
}

void RangeFilter::buildCustom(QWidget *parent) {
    m_custom = new QWidget(parent);
    auto *row = new QHBoxLayout(m_custom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_from = timeEdit(QStringLiteral("rangeFrom"), m_custom);
    m_to = timeEdit(QStringLiteral("rangeTo"), m_custom);
    m_fromLabel = new QLabel(m_custom);
    m_toLabel = new QLabel(m_custom);
    m_error = new QLabel(m_custom);
    m_error->setObjectName(QStringLiteral("rangeError"));
    m_error->setProperty("ui", "error");
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    for (QWidget *part : std::initializer_list<QWidget *>{m_fromLabel, m_from, m_toLabel, m_to, m_error})
        row->addWidget(part);
    row->addStretch();
    m_custom->hide();
    show(m_from, ui::startOfDay(m_now()));
    show(m_to, m_now() + std::chrono::minutes(1));
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
            if (!m_quiet)
                Q_EMIT changed();
        });
}

std::optional<Instant> RangeFilter::from() const {
    switch (m_range) {
    case Range::Any:
        break;
    case Range::LastHour:
        return m_now() - std::chrono::hours(1);
    case Range::Today:
        return ui::startOfDay(m_now());
    case Range::LastWeek:
        return m_now() - std::chrono::hours(24 * 7);
    case Range::LastMonth:
        return m_now() - std::chrono::hours(24 * 30);
    case Range::Custom:
        return ui::fromTaipei(m_from->dateTime());
    }
    return std::nullopt;
}

std::optional<Instant> RangeFilter::to() const {
    return m_range == Range::Custom ? std::optional(ui::fromTaipei(m_to->dateTime())) : std::nullopt;
}

void RangeFilter::setRange(Range range) {
    m_range = range;
    for (QAction *action : m_ranges->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(range));
    m_custom->setVisible(range == Range::Custom);
    ui::FilterBar::setChip(m_chip, isActive() ? tr("Time: %1").arg(words(range)) : tr("Time"), isActive());
}

void RangeFilter::setError(const QString &text) {
    m_error->setText(text);
}

void RangeFilter::clear() {
    setRange(Range::Any);
    setError({});
}

void RangeFilter::writeTo(QUrlQuery &query) const {
    for (const auto &entry : names)
        if (entry.first == m_range && isActive())
            query.addQueryItem(QStringLiteral("range"), QLatin1StringView(entry.second));
    if (m_range != Range::Custom)
        return;
    query.addQueryItem(QStringLiteral("from"), toIso(*from()));
    query.addQueryItem(QStringLiteral("to"), toIso(*to()));
}

void RangeFilter::readFrom(const QUrlQuery &query) {
    m_quiet = true;
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    const auto from = fromIso(item("from"));
    const auto to = fromIso(item("to"));
    if (from)
        show(m_from, *from);
    if (to)
        show(m_to, *to);
    Range range = from || to ? Range::Custom : Range::Any;
    for (const auto &entry : names)
        if (item("range") == QLatin1StringView(entry.second))
            range = entry.first;
    setRange(range);
    m_quiet = false;
}

void RangeFilter::retranslate() {
    for (QAction *action : m_ranges->actions())
        action->setText(words(static_cast<Range>(action->data().toInt())));
    m_fromLabel->setText(tr("From"));
    m_toLabel->setText(tr("To"));
    m_from->setAccessibleName(tr("From this time"));
    m_to->setAccessibleName(tr("Up to this time"));
    m_chip->setAccessibleDescription(tr("Filter by time"));
    setRange(m_range);
}

} // namespace wemo::pages::sms
