#include "ui/pages/sms/sms_filter_bar.h"

#include "ui/pages/sms/state_text.h"
#include "ui/widgets/check_menu.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/time_text.h"

#include <QActionGroup>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QUrlQuery>

namespace wemo::pages::sms {

using wemo::sms::DeliveryState;
using wemo::sms::MessageFilter;

namespace {
using Range = SmsFilterBar::Range;

const std::pair<Range, const char *> rangeNames[] = {
    {Range::Any, "any"},     {Range::LastHour, "1h"},   {Range::Today, "today"},
    {Range::LastWeek, "7d"}, {Range::Custom, "custom"},
};

QString rangeText(Range range) {
    switch (range) {
    case Range::Any:
        return SmsFilterBar::tr("Any time");
    case Range::LastHour:
        return SmsFilterBar::tr("Last hour");
    case Range::Today:
        return SmsFilterBar::tr("Today");
    case Range::LastWeek:
        return SmsFilterBar::tr("Last 7 days");
    case Range::Custom:
        return SmsFilterBar::tr("Custom range");
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
} // namespace

SmsFilterBar::SmsFilterBar(std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_bar(new ui::FilterBar(this)) {
    setObjectName(QStringLiteral("smsFilter"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    m_numberError = new QLabel(this);
    m_numberError->setObjectName(QStringLiteral("numberError"));
    m_numberError->hide();
    column->addWidget(m_numberError);
    m_bar->field()->setObjectName(QStringLiteral("numberFilter"));
    m_bar->field()->setMaxLength(40);
    buildStates();
    buildRange();
    buildCustom();
    column->addWidget(m_custom);
    retranslate();
    connect(m_bar->field(), &ui::SearchField::searched, this, &SmsFilterBar::onEdited);
    connect(m_bar, &ui::FilterBar::cleared, this, [this] {
        clear();
        onEdited();
    });
}

void SmsFilterBar::buildStates() {
    m_stateChip = m_bar->addChip(QStringLiteral("stateChip"));
    m_stateMenu = new ui::CheckMenu(m_stateChip);
    m_stateMenu->setObjectName(QStringLiteral("stateMenu"));
    for (const DeliveryState state : wemo::sms::allDeliveryStates()) {
        QAction *action = m_stateMenu->addAction(QString());
        action->setObjectName(QStringLiteral("state.") + toString(state));
        action->setCheckable(true);
        action->setData(static_cast<int>(state));
        connect(action, &QAction::triggered, this, &SmsFilterBar::onEdited);
    }
    m_stateChip->setMenu(m_stateMenu);
}

void SmsFilterBar::buildRange() {
    m_rangeChip = m_bar->addChip(QStringLiteral("rangeChip"));
    auto *menu = new QMenu(m_rangeChip);
    menu->setObjectName(QStringLiteral("rangeMenu"));
    m_ranges = new QActionGroup(this);
    for (const auto &entry : rangeNames) {
        QAction *action = m_ranges->addAction(menu->addAction(QString()));
        action->setObjectName(QStringLiteral("range.") + QLatin1StringView(entry.second));
        action->setCheckable(true);
        action->setData(static_cast<int>(entry.first));
    }
    connect(m_ranges, &QActionGroup::triggered, this, [this](const QAction *action) {
        setRange(static_cast<Range>(action->data().toInt()));
        onEdited();
    });
    m_rangeChip->setMenu(menu);
}

void SmsFilterBar::buildCustom() {
    m_custom = new QWidget(this);
    auto *row = new QHBoxLayout(m_custom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_from = timeEdit(QStringLiteral("rangeFrom"), m_custom);
    m_to = timeEdit(QStringLiteral("rangeTo"), m_custom);
    m_fromLabel = new QLabel(m_custom);
    m_toLabel = new QLabel(m_custom);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    row->addWidget(m_fromLabel);
    row->addWidget(m_from);
    row->addWidget(m_toLabel);
    row->addWidget(m_to);
    row->addStretch();
    m_custom->hide();
    const auto show = [](QDateTimeEdit *edit, Instant at) {
        const QDateTime local = ui::toTaipei(at);
        edit->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC));
    };
    show(m_from, ui::startOfDay(m_now()));
    show(m_to, m_now() + std::chrono::minutes(1));
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &SmsFilterBar::onEdited);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &SmsFilterBar::onEdited);
}

ui::SearchField *SmsFilterBar::numberField() const {
    return m_bar->field();
}

MessageFilter SmsFilterBar::filter() const {
    MessageFilter filter;
    filter.number = m_bar->field()->text().trimmed();
    for (const QAction *action : m_stateMenu->actions())
        if (action->isChecked())
            filter.states.append(static_cast<DeliveryState>(action->data().toInt()));
    const Instant now = m_now();
    if (m_range == Range::LastHour)
        filter.from = now - std::chrono::hours(1);
    else if (m_range == Range::Today)
        filter.from = ui::startOfDay(now);
    else if (m_range == Range::LastWeek)
        filter.from = now - std::chrono::hours(24 * 7);
    else if (m_range == Range::Custom) {
        filter.from = ui::fromTaipei(m_from->dateTime());
        filter.to = ui::fromTaipei(m_to->dateTime());
    }
    return filter;
}

void SmsFilterBar::onEdited() {
    restate();
    if (!m_quiet)
        Q_EMIT changed();
}

void SmsFilterBar::setRange(Range range) {
    m_range = range;
    for (QAction *action : m_ranges->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(range));
    m_custom->setVisible(range == Range::Custom);
    restate();
}

void SmsFilterBar::clear() {
    m_quiet = true;
    m_bar->field()->setTextQuietly({});
    for (QAction *action : m_stateMenu->actions())
        action->setChecked(false);
    setRange(Range::Any);
    setNumberError({});
    m_quiet = false;
}

void SmsFilterBar::setSummary(const QString &text) {
    m_bar->setSummary(text);
}

void SmsFilterBar::setNumberError(const QString &text) {
    m_numberError->setText(text);
    m_numberError->setVisible(!text.isEmpty());
    QPalette palette = m_numberError->palette();
    palette.setColor(QPalette::WindowText, ui::Tokens::current().toneText(ui::Tone::Danger));
    m_numberError->setPalette(palette);
}

void SmsFilterBar::writeTo(QUrlQuery &query) const {
    const MessageFilter filter = this->filter();
    MessageFilter timeless = filter;
    if (m_range != Range::Custom)
        timeless.from.reset();
    appendTo(query, timeless);
    for (const auto &entry : rangeNames)
        if (entry.first == m_range && m_range != Range::Any)
            query.addQueryItem(QStringLiteral("range"), QLatin1StringView(entry.second));
}

void SmsFilterBar::readFrom(const QUrlQuery &query) {
    clear();
    m_quiet = true;
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    m_bar->field()->setTextQuietly(item("number"));
    const QStringList states = item("state").split(u',', Qt::SkipEmptyParts);
    for (QAction *action : m_stateMenu->actions())
        action->setChecked(states.contains(toString(static_cast<DeliveryState>(action->data().toInt()))));
    for (const auto &entry : rangeNames)
        if (item("range") == QLatin1StringView(entry.second))
            setRange(entry.first);
    const auto show = [](QDateTimeEdit *edit, const Result<Instant> &at) {
        if (at) {
            const QDateTime local = ui::toTaipei(*at);
            edit->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
        }
    };
    show(m_from, fromIso(item("from")));
    show(m_to, fromIso(item("to")));
    m_quiet = false;
    restate();
}

QString SmsFilterBar::stateChipText() const {
    QStringList words;
    for (const QAction *action : m_stateMenu->actions())
        if (action->isChecked())
            words.append(action->text());
    if (words.isEmpty())
        return tr("State");
    if (words.size() <= 2)
        return tr("State: %1").arg(words.join(tr(", ")));
    return tr("State: %1 and %2 more").arg(words.first()).arg(words.size() - 1);
}

void SmsFilterBar::restate() {
    const MessageFilter filter = this->filter();
    ui::FilterBar::setChip(m_stateChip, stateChipText(), !filter.states.isEmpty());
    const bool timed = m_range != Range::Any;
    ui::FilterBar::setChip(m_rangeChip, timed ? tr("Time: %1").arg(rangeText(m_range)) : tr("Time"), timed);
    m_bar->setClearVisible(!filter.isEmpty());
}

void SmsFilterBar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SmsFilterBar::retranslate() {
    m_bar->field()->setPlaceholderText(tr("Phone number"));
    m_bar->field()->setAccessibleName(tr("Filter by phone number"));
    for (QAction *action : m_stateMenu->actions())
        action->setText(stateWord(static_cast<DeliveryState>(action->data().toInt())));
    for (QAction *action : m_ranges->actions())
        action->setText(rangeText(static_cast<Range>(action->data().toInt())));
    m_stateChip->setAccessibleName(tr("Filter by state"));
    m_rangeChip->setAccessibleName(tr("Filter by time"));
    m_fromLabel->setText(tr("From"));
    m_toLabel->setText(tr("To"));
    m_from->setAccessibleName(tr("From this time"));
    m_to->setAccessibleName(tr("Up to this time"));
    restate();
}

} // namespace wemo::pages::sms
