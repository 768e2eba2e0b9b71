#include "ui/pages/sms/sms_filter_bar.h"

#include "ui/pages/sms/range_filter.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/filter_bar.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QUrlQuery>

namespace wemo::pages::sms {

using ui::ChoiceChip;
using wemo::sms::DeliveryState;
using wemo::sms::MessageFilter;
using wemo::sms::Purpose;

namespace {
constexpr int longestSearch = 64;

QString kindText(SearchKind kind) {
    switch (kind) {
    case SearchKind::Batch:
        return SmsFilterBar::tr("Batch ID");
    case SearchKind::Request:
        return SmsFilterBar::tr("Request ID");
    case SearchKind::Number:
    case SearchKind::Message:
        break;
    }
    return SmsFilterBar::tr("Phone number");
}
} // namespace

SmsFilterBar::SmsFilterBar(std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_bar(new ui::FilterBar(this))
    , m_states(new ChoiceChip(QStringLiteral("state"), this))
    , m_range(new RangeFilter(std::move(now), this)) {
    setObjectName(QStringLiteral("smsFilter"));
    build();
    retranslate();
    connect(m_bar->field(), &ui::SearchField::searched, this, &SmsFilterBar::onTyped);
    connect(m_bar->field(), &QLineEdit::textChanged, this,
            [this](const QString &text) { setKind(searchKindOf(text)); });
    connect(m_states, &ChoiceChip::changed, this, &SmsFilterBar::onEdited);
    connect(m_range, &RangeFilter::changed, this, &SmsFilterBar::onEdited);
    connect(m_bar, &ui::FilterBar::cleared, this, [this] {
        clear();
        onEdited();
    });
}

void SmsFilterBar::build() {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_bar);
    m_numberError = new QLabel(this);
    m_numberError->setObjectName(QStringLiteral("numberError"));
    m_numberError->setProperty("ui", "error");
    m_numberError->hide();
    m_column->addWidget(m_numberError);
    m_bar->field()->setObjectName(QStringLiteral("numberFilter"));
    m_bar->field()->setMaxLength(longestSearch);
    buildKind();
    addChip(m_states);
    addChip(m_range->chip());
    m_moreToggle = m_bar->addChip(QStringLiteral("moreFilters"));
    m_moreToggle->setCheckable(true);
    connect(m_moreToggle, &QToolButton::toggled, this, &SmsFilterBar::restate);
    buildMore();
    addRow(m_range->customRow());
}

void SmsFilterBar::buildKind() {
    m_kindChip = m_bar->addChip(QStringLiteral("kindChip"));
    auto *menu = new QMenu(m_kindChip);
    menu->setObjectName(QStringLiteral("kindMenu"));
    m_kinds = new QActionGroup(this);
    for (const SearchKind kind : {SearchKind::Number, SearchKind::Batch, SearchKind::Request}) {
        QAction *action = m_kinds->addAction(menu->addAction(QString()));
        action->setObjectName(QStringLiteral("kind.%1").arg(static_cast<int>(kind)));
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
    }
    m_kindChip->setMenu(menu);
    connect(m_kinds, &QActionGroup::triggered, this, [this](const QAction *action) {
        setKind(static_cast<SearchKind>(action->data().toInt()));
        onEdited();
    });
}

void SmsFilterBar::buildMore() {
    m_more = new QWidget(this);
    m_more->setObjectName(QStringLiteral("moreRow"));
    auto *row = new QHBoxLayout(m_more);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_reasons = new ChoiceChip(QStringLiteral("reason"), m_more);
    m_gateways = new ChoiceChip(QStringLiteral("gateway"), m_more);
    m_purposes = new ChoiceChip(QStringLiteral("purpose"), m_more);
    m_templates = new ChoiceChip(QStringLiteral("template"), m_more);
    for (ChoiceChip *chip : moreChips()) {
        row->addWidget(chip);
        connect(chip, &ChoiceChip::changed, this, &SmsFilterBar::onEdited);
    }
    row->addStretch();
    addRow(m_more);
}

void SmsFilterBar::addChip(QToolButton *chip) {
    m_bar->addWidget(chip);
}

void SmsFilterBar::addRow(QWidget *row) {
    m_column->addWidget(row);
}

ui::SearchField *SmsFilterBar::searchField() const {
    return m_bar->field();
}

void SmsFilterBar::setGateways(const QStringList &names) {
    m_gatewayNames = names;
    fillChoices();
}

void SmsFilterBar::setTemplates(const QStringList &names) {
    m_templateNames = names;
    fillChoices();
}

void SmsFilterBar::fillChoices() {
    QList<ChoiceChip::Choice> states, reasons, gateways, purposes, templates;
    for (const DeliveryState state : wemo::sms::allDeliveryStates())
        states.append({toString(state), stateWord(state)});
    const QStringList known = knownReasons();
    for (const QString &reason : known)
        reasons.append({reason, reasonName(reason)});
    for (const QString &name : std::as_const(m_gatewayNames))
        gateways.append({name, gatewayName(name)});
    for (const Purpose purpose : {Purpose::Otp, Purpose::Transactional, Purpose::Marketing})
        purposes.append({toString(purpose), purposeWord(purpose)});
    for (const QString &name : std::as_const(m_templateNames))
        templates.append({name, name});
    m_states->setChoices(states);
    m_reasons->setChoices(reasons);
    m_gateways->setChoices(gateways);
    m_purposes->setChoices(purposes);
    m_templates->setChoices(templates);
}

MessageFilter SmsFilterBar::filter() const {
    MessageFilter filter;
    const QString text = m_bar->field()->text().trimmed();
    if (m_kind == SearchKind::Number)
        filter.number = text;
    else if (m_kind == SearchKind::Batch)
        filter.batch = text;
    else if (m_kind == SearchKind::Request)
        filter.request = text;
    const auto states = m_states->chosen();
    for (const QString &word : states)
        if (const auto state = wemo::sms::deliveryStateFromString(word))
            filter.states.append(*state);
    const auto purposes = m_purposes->chosen();
    for (const QString &word : purposes)
        if (const auto purpose = wemo::sms::purposeFromString(word))
            filter.purposes.append(*purpose);
    filter.reasons = m_reasons->chosen();
    filter.gateways = m_gateways->chosen();
    filter.templates = m_templates->chosen();
    filter.from = m_range->from();
    filter.to = m_range->to();
    return filter;
}

bool SmsFilterBar::isEmpty() const {
    return filter().isEmpty();
}

void SmsFilterBar::onTyped() {
    if (m_kind != SearchKind::Message)
        return onEdited();
    if (const auto id = idFromString(m_bar->field()->text().trimmed())) {
        m_bar->field()->setTextQuietly({});
        Q_EMIT messageTyped(*id);
    }
}

void SmsFilterBar::onEdited() {
    restate();
    Q_EMIT changed();
}

void SmsFilterBar::setKind(SearchKind kind) {
    m_kind = kind;
    for (QAction *action : m_kinds->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(kind));
    restate();
}

void SmsFilterBar::clear() {
    m_bar->field()->setTextQuietly({});
    m_states->setChosen({});
    for (ChoiceChip *chip : moreChips())
        chip->setChosen({});
    m_range->clear();
    setNumberError({});
    restate();
}

void SmsFilterBar::setSummary(const QString &text) {
    m_bar->setSummary(text);
}

void SmsFilterBar::setNumberError(const QString &text) {
    m_numberError->setText(text);
    m_numberError->setVisible(!text.isEmpty());
}

void SmsFilterBar::setRangeError(const QString &text) {
    m_range->setError(text);
}

void SmsFilterBar::writeTo(QUrlQuery &query) const {
    MessageFilter timeless = filter();
    timeless.from.reset();
    timeless.to.reset();
    appendTo(query, timeless);
    m_range->writeTo(query);
}

void SmsFilterBar::readFrom(const QUrlQuery &query) {
    clear();
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    const auto items = [&item](const char *name) { return item(name).split(u',', Qt::SkipEmptyParts); };
    const std::pair<const char *, SearchKind> searches[] = {
        {"number", SearchKind::Number}, {"batch", SearchKind::Batch}, {"request", SearchKind::Request}};
    for (const auto &entry : searches)
        if (const QString text = item(entry.first); !text.isEmpty()) {
            m_bar->field()->setTextQuietly(text);
            setKind(entry.second);
        }
    m_states->setChosen(items("state"));
    m_reasons->setChosen(items("reason"));
    m_gateways->setChosen(items("gateway"));
    m_purposes->setChosen(items("purpose"));
    m_templates->setChosen(items("template"));
    m_range->readFrom(query);
    restate();
}

void SmsFilterBar::restate() {
    const bool isId = m_kind == SearchKind::Batch || m_kind == SearchKind::Request;
    m_kindChip->setVisible(isId);
    ui::FilterBar::setChip(m_kindChip, kindText(m_kind), isId);
    const auto chips = moreChips();
    const auto active = std::count_if(chips.cbegin(), chips.cend(), [](const auto *chip) { return chip->isActive(); });
    const bool shown = active > 0 || m_moreToggle->isChecked();
    m_more->setVisible(shown);
    m_moreToggle->setVisible(active == 0);
    ui::FilterBar::setChip(m_moreToggle, m_moreToggle->isChecked() ? tr("Fewer filters") : tr("More filters"), false);
    m_bar->setClearVisible(!isEmpty());
}

void SmsFilterBar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SmsFilterBar::retranslate() {
    m_bar->field()->setPlaceholderText(tr("Phone number or any ID"));
    m_bar->field()->setAccessibleName(tr("Find by phone number, message ID, batch ID or request ID"));
    for (QAction *action : m_kinds->actions())
        action->setText(kindText(static_cast<SearchKind>(action->data().toInt())));
    m_kindChip->setAccessibleDescription(tr("What the text is"));
    m_states->setTitle(tr("State"));
    m_reasons->setTitle(tr("Reason"));
    m_gateways->setTitle(tr("Gateway"));
    m_purposes->setTitle(tr("Kind"));
    m_templates->setTitle(tr("Template"));
    m_range->retranslate();
    fillChoices();
    restate();
}

} // namespace wemo::pages::sms
