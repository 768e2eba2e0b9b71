#include "ui/pages/blocking/policy_form.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/span_field.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using wemo::blocking::Mode;
using wemo::blocking::Policy;
using wemo::blocking::PolicyRecord;

namespace {
constexpr int longestId = 40, longestNote = 1'000;
} // namespace

PolicyForm::PolicyForm(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_rows(nullptr)
    , m_id(new QLineEdit)
    , m_kind(new QComboBox)
    , m_event(new QComboBox)
    , m_limit(new QSpinBox)
    , m_window(new SpanField(QStringLiteral("policyWindow")))
    , m_block(new SpanField(QStringLiteral("policyBlock")))
    , m_longest(new SpanField(QStringLiteral("policyLongest")))
    , m_decay(new SpanField(QStringLiteral("policyDecay")))
    , m_mode(new QComboBox)
    , m_note(new QLineEdit)
    , m_fault(new QLabel(this)) {
    build();
    retranslate();
    m_base = record(); // nothing was filled in yet
    for (SpanField *field : {m_window, m_block, m_longest, m_decay})
        connect(field, &SpanField::changed, this, &PolicyForm::onChanged);
    for (QComboBox *box : {m_kind, m_event, m_mode})
        connect(box, &QComboBox::currentIndexChanged, this, &PolicyForm::onChanged);
    for (QLineEdit *line : {m_id, m_note})
        connect(line, &QLineEdit::textChanged, this, &PolicyForm::onChanged);
    connect(m_limit, &QSpinBox::valueChanged, this, &PolicyForm::onChanged);
}

void PolicyForm::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_sentence->setObjectName(QStringLiteral("policySentence"));
    m_sentence->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    m_fault->setObjectName(QStringLiteral("policyFault"));
    m_fault->setProperty("ui", "error");
    for (QLabel *label : {m_sentence, m_fault}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_rows = new QFormLayout;
    m_rows->setVerticalSpacing(10);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_id->setMaxLength(longestId);
    m_id->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9-]*")), m_id));
    m_limit->setRange(1, wemo::blocking::mostCounted);
    m_limit->setMinimumWidth(96);
    m_limit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_note->setMaxLength(longestNote);
    const std::pair<const char *, QWidget *> rows[] = {
        {"policyId", m_id},         {"policyKind", m_kind},   {"policyEvent", m_event},     {"policyLimit", m_limit},
        {"policyWindow", m_window}, {"policyBlock", m_block}, {"policyLongest", m_longest}, {"policyDecay", m_decay},
        {"policyMode", m_mode},     {"policyNote", m_note},
    };
    for (const auto &row : rows)
        m_labels.append(addRow(row.first, row.second));
    column->addWidget(m_sentence);
    column->addLayout(m_rows);
    column->addWidget(m_fault);
}

QLabel *PolicyForm::addRow(const char *name, QWidget *input) {
    input->setObjectName(QLatin1StringView(name));
    auto *label = new QLabel(this);
    label->setBuddy(input);
    m_rows->addRow(label, input);
    return label;
}

void PolicyForm::fillChoices() {
    const auto fill = [](QComboBox *box, const QStringList &values, auto word) {
        const QVariant chosen = box->currentData();
        box->clear();
        for (const QString &value : values)
            box->addItem(word(value), value);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    fill(m_kind, policyKinds(), [](const QString &kind) { return kindWord(kind); });
    fill(m_event, knownEvents(), [](const QString &event) { return eventWord(event); });
    fill(m_mode, {toString(Mode::Enforce), toString(Mode::Observe)},
         [](const QString &mode) { return modeWord(*wemo::blocking::modeFromString(mode)); });
}

void PolicyForm::setRecord(const PolicyRecord &record) {
    m_quiet = true;
    m_base = record;
    const Policy &policy = record.policy;
    const auto choose = [](QComboBox *box, const QString &value, const QString &word) {
        if (box->findData(value) < 0)
            box->addItem(word, value); // a kind this console does not know yet
        box->setCurrentIndex(box->findData(value));
    };
    m_id->setText(policy.id);
    m_id->setEnabled(record.version == 0);
    choose(m_kind, policy.subjectKind, kindWord(policy.subjectKind));
    choose(m_event, policy.event, eventWord(policy.event));
    choose(m_mode, toString(policy.mode), modeWord(policy.mode));
    m_limit->setValue(policy.limit);
    m_window->setSpan(policy.window);
    m_block->setSpan(policy.blockTime);
    m_longest->setSpan(policy.longestBlock);
    m_decay->setSpan(policy.strikeDecay);
    m_note->setText(record.note);
    m_quiet = false;
    onChanged();
}

PolicyRecord PolicyForm::record() const {
    PolicyRecord record = m_base;
    Policy &policy = record.policy;
    policy.id = m_id->text();
    policy.subjectKind = m_kind->currentData().toString();
    policy.event = m_event->currentData().toString();
    policy.limit = m_limit->value();
    policy.window = m_window->span();
    policy.blockTime = m_block->span();
    policy.longestBlock = m_longest->span();
    policy.strikeDecay = m_decay->span();
    policy.mode = wemo::blocking::modeFromString(m_mode->currentData().toString()).value_or(Mode::Enforce);
    record.note = m_note->text().trimmed();
    return record;
}

bool PolicyForm::isDirty() const {
    return !(record() == m_base);
}

QString PolicyForm::fault() const {
    const Policy policy = record().policy;
    if (policy.id.isEmpty())
        return tr("Give it a short name, such as otp-number.");
    if (policy.window.count() == 0)
        return tr("The time in which it counts cannot be 0.");
    if (policy.strikeDecay.count() == 0)
        return tr("The time after which a strike is forgotten cannot be 0.");
    if (policy.longestBlock < policy.blockTime)
        return tr("The longest block cannot be shorter than the first.");
    return {};
}

void PolicyForm::onChanged() {
    if (m_quiet)
        return;
    m_sentence->setText(policySentence(record().policy));
    m_fault->setText(isDirty() ? fault() : QString());
    m_fault->setVisible(!m_fault->text().isEmpty());
    Q_EMIT changed();
}

void PolicyForm::setReadOnly(bool readOnly) {
    for (QWidget *input : std::initializer_list<QWidget *>{m_kind, m_event, m_limit, m_mode, m_note})
        input->setEnabled(!readOnly);
    for (SpanField *field : {m_window, m_block, m_longest, m_decay})
        field->setReadOnly(readOnly);
    m_id->setEnabled(!readOnly && m_base.version == 0);
}

void PolicyForm::showFieldErrors(const QList<FieldError> &fields) {
    QStringList lines;
    for (const FieldError &field : fields)
        lines.append(QStringLiteral("%1: %2").arg(field.path, ui::fieldText(field)));
    m_fault->setText(lines.join(u'\n'));
    m_fault->setVisible(!lines.isEmpty());
}

void PolicyForm::focusFirst() {
    QWidget *first = m_id->isEnabled() ? static_cast<QWidget *>(m_id) : m_limit;
    first->setFocus(Qt::OtherFocusReason);
}

void PolicyForm::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PolicyForm::retranslate() {
    m_quiet = true;
    fillChoices();
    m_quiet = false;
    const QString names[] = {tr("Name"),          tr("Counts for each"),
                             tr("What counts"),   tr("At most"),
                             tr("Within"),        tr("First block"),
                             tr("Longest block"), tr("A strike is forgotten after"),
                             tr("Mode"),          tr("Note")};
    QWidget *const inputs[] = {m_id, m_kind, m_event, m_limit, nullptr, nullptr, nullptr, nullptr, m_mode, m_note};
    for (int i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setText(names[i]);
        if (inputs[i])
            inputs[i]->setAccessibleName(names[i]);
    }
    SpanField *const spans[] = {m_window, m_block, m_longest, m_decay};
    for (int i = 0; i < 4; ++i)
        spans[i]->setNames(names[4 + i]);
    m_block->setToolTip(tr("0: refused until the time in which it counts is over"));
    onChanged();
}

QStringList policyDifference(const PolicyRecord &from, const PolicyRecord &to) {
    const Policy &a = from.policy, &b = to.policy;
    const std::tuple<QString, QString, QString> parts[] = {
        {PolicyForm::tr("Counts for each"), kindWord(a.subjectKind), kindWord(b.subjectKind)},
        {PolicyForm::tr("What counts"), eventWord(a.event), eventWord(b.event)},
        {PolicyForm::tr("At most"), QString::number(a.limit), QString::number(b.limit)},
        {PolicyForm::tr("Within"), spanText(a.window), spanText(b.window)},
        {PolicyForm::tr("First block"), spanText(a.blockTime), spanText(b.blockTime)},
        {PolicyForm::tr("Longest block"), spanText(a.longestBlock), spanText(b.longestBlock)},
        {PolicyForm::tr("A strike is forgotten after"), spanText(a.strikeDecay), spanText(b.strikeDecay)},
        {PolicyForm::tr("Mode"), modeWord(a.mode), modeWord(b.mode)},
        {PolicyForm::tr("Note"), from.note, to.note},
    };
    QStringList lines;
    for (const auto &[name, before, after] : parts)
        if (before != after)
            lines.append(PolicyForm::tr("%1: %2 → %3")
                             .arg(name, before.isEmpty() ? QStringLiteral("–") : before,
                                  after.isEmpty() ? QStringLiteral("–") : after));
    return lines;
}

} // namespace wemo::pages::blocking
