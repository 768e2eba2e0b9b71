#include "ui/pages/queue/action_panel.h"

#include "ui/widgets/detail_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace wemo::pages::queue {

using Kind = ActionField::Kind;

ActionPanel::ActionPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new ui::DetailPanel(this))
    , m_error(new ui::MessageBar)
    , m_target(new QLabel)
    , m_sentence(new QLabel)
    , m_fields(new QWidget)
    , m_rows(new QFormLayout(m_fields))
    , m_confirm(new QPushButton)
    , m_cancel(new QPushButton) {
    setObjectName(QStringLiteral("actionPanel"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);
    m_error->setObjectName(QStringLiteral("actionError"));
    m_target->setObjectName(QStringLiteral("actionTarget"));
    m_target->setFont(ui::monospaceFont());
    m_target->setTextFormat(Qt::PlainText);
    m_target->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("actionSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setVerticalSpacing(12);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    m_confirm->setObjectName(QStringLiteral("actionConfirm"));
    m_cancel->setObjectName(QStringLiteral("actionCancel"));
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    row->addStretch();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_error, m_target, m_sentence, m_fields, buttons})
        m_panel->addSection({}, widget);
    m_panel->addStretch();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &ActionPanel::closeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ActionPanel::closeRequested);
    connect(m_confirm, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_form.id, values()); });
    retranslate();
}

void ActionPanel::ask(ActionForm form) {
    m_form = std::move(form);
    m_error->clear();
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    m_inputs.clear();
    for (const ActionField &field : std::as_const(m_form.fields)) {
        QWidget *input = makeField(field);
        input->setObjectName(QStringLiteral("action.") + field.key);
        input->setAccessibleName(field.label);
        m_inputs.insert(field.key, input);
        if (field.kind == Kind::Check)
            m_rows->addRow(input);
        else
            m_rows->addRow(field.label, input);
    }
    m_fields->setVisible(!m_form.fields.isEmpty());
    m_panel->setTitle(m_form.title);
    m_target->setText(m_form.target);
    m_sentence->setText(m_form.sentence);
    ui::setUiProperty(m_confirm, "ui", m_form.dangerous ? QStringLiteral("danger") : QStringLiteral("primary"));
    setBusy(false);
    // What cannot be taken back is not one Enter away.
    QWidget *first = m_form.fields.isEmpty() ? m_form.dangerous ? m_cancel : m_confirm
                                             : m_inputs.value(m_form.fields.constFirst().key);
    first->setFocus(Qt::OtherFocusReason);
}

QWidget *ActionPanel::makeField(const ActionField &field) {
    if (field.kind == Kind::Choice)
        return makeChoice(field);
    if (field.kind != Kind::Check)
        return makeNumber(field);
    auto *check = new QCheckBox(field.label);
    check->setChecked(field.value.toBool());
    connect(check, &QCheckBox::toggled, this, &ActionPanel::followFields);
    return check;
}

QWidget *ActionPanel::makeNumber(const ActionField &field) {
    auto *number = new QDoubleSpinBox;
    number->setDecimals(field.kind == Kind::Decimal ? 1 : 0);
    number->setRange(field.lowest, field.highest);
    number->setGroupSeparatorShown(true);
    number->setValue(field.value.toDouble());
    number->setSuffix(field.suffix);
    number->setMinimumWidth(140);
    connect(number, &QDoubleSpinBox::valueChanged, this, &ActionPanel::followFields);
    return number;
}

QWidget *ActionPanel::makeChoice(const ActionField &field) {
    auto *choice = new QComboBox;
    for (const auto &entry : field.choices)
        choice->addItem(entry.first, entry.second);
    choice->setCurrentIndex(std::max(0, choice->findData(field.value)));
    choice->setMinimumWidth(140);
    connect(choice, &QComboBox::currentIndexChanged, this, &ActionPanel::followFields);
    return choice;
}

QVariantMap ActionPanel::values() const {
    QVariantMap values;
    for (auto input = m_inputs.cbegin(); input != m_inputs.cend(); ++input) {
        if (const auto *check = qobject_cast<const QCheckBox *>(*input))
            values.insert(input.key(), check->isChecked());
        else if (const auto *choice = qobject_cast<const QComboBox *>(*input))
            values.insert(input.key(), choice->currentData());
        else
            values.insert(input.key(), static_cast<const QDoubleSpinBox *>(*input)->value());
    }
    return values;
}

void ActionPanel::followFields() {
    const QVariantMap now = values();
    for (const ActionField &field : std::as_const(m_form.fields))
        if (!field.enabledBy.isEmpty())
            m_inputs.value(field.key)->setEnabled(now.value(field.enabledBy).toBool());
    m_confirm->setText(m_form.verb ? m_form.verb(now) : m_form.title);
}

void ActionPanel::setBusy(bool busy) {
    m_confirm->setEnabled(!busy);
    m_fields->setEnabled(!busy);
    followFields();
}

void ActionPanel::showError(const ui::ApiError &error) {
    setBusy(false);
    m_error->showError(error, false);
}

void ActionPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ActionPanel::retranslate() {
    m_cancel->setText(tr("Cancel"));
}

} // namespace wemo::pages::queue
