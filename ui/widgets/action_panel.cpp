#include "ui/widgets/action_panel.h"

#include "ui/widgets/action_input.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace wemo::ui {

using Kind = ActionField::Kind;

namespace {
/// A line of text takes the whole width, below its name.
bool isWide(const ActionField &field) {
    return field.kind == Kind::Text || field.kind == Kind::Suggested;
}
} // namespace

ActionPanel::ActionPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new DetailPanel(this))
    , m_error(new MessageBar)
    , m_target(new QLabel)
    , m_sentence(new QLabel)
    , m_note(new QLabel)
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
    m_target->setFont(monospaceFont());
    m_sentence->setObjectName(QStringLiteral("actionSentence"));
    m_note->setObjectName(QStringLiteral("actionNote"));
    for (QLabel *label : {m_target, m_sentence, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setVerticalSpacing(12);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    m_confirm->setObjectName(QStringLiteral("actionConfirm"));
    m_cancel->setObjectName(QStringLiteral("actionCancel"));
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    row->addStretch();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_error, m_target, m_sentence, m_fields, m_note, buttons})
        m_panel->addSection({}, widget);
    m_panel->addStretch();
    setNote({});
    connect(m_panel, &DetailPanel::closeRequested, this, &ActionPanel::closeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ActionPanel::closeRequested);
    connect(m_confirm, &QPushButton::clicked, this, &ActionPanel::confirm);
    retranslate();
}

void ActionPanel::ask(ActionForm form) {
    m_form = std::move(form);
    m_error->clear();
    setNote({});
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    m_inputs.clear();
    const bool texts = std::any_of(m_form.fields.cbegin(), m_form.fields.cend(), isWide);
    m_rows->setRowWrapPolicy(texts ? QFormLayout::WrapAllRows : QFormLayout::WrapLongRows);
    for (const ActionField &field : std::as_const(m_form.fields))
        addRow(field);
    m_fields->setVisible(!m_form.fields.isEmpty());
    m_panel->setTitle(m_form.title);
    m_target->setText(m_form.target);
    m_target->setVisible(!m_form.target.isEmpty());
    m_sentence->setText(m_form.sentence);
    m_sentence->setVisible(!m_form.sentence.isEmpty());
    setUiProperty(m_confirm, "ui", m_form.dangerous ? QStringLiteral("danger") : QStringLiteral("primary"));
    setBusy(false);
    firstInput()->setFocus(Qt::OtherFocusReason);
    if (auto *text = firstInput()->findChild<QLineEdit *>())
        text->selectAll(); // typing replaces what is suggested
}

/// What cannot be taken back is not one Enter away.
QWidget *ActionPanel::firstInput() const {
    if (!m_form.fields.isEmpty())
        return m_inputs.value(m_form.fields.constFirst().key).widget;
    return m_form.dangerous ? m_cancel : m_confirm;
}

void ActionPanel::addRow(const ActionField &field) {
    QWidget *input = makeInput(field);
    auto *fault = new QLabel;
    fault->setProperty("ui", "error");
    fault->setObjectName(QStringLiteral("fault.") + field.key);
    fault->setTextFormat(Qt::PlainText);
    fault->setWordWrap(true);
    fault->hide();
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(input, 0, isWide(field) ? Qt::Alignment() : Qt::AlignLeft);
    column->addWidget(fault);
    m_inputs.insert(field.key, {input, fault});
    if (field.kind == Kind::Check)
        m_rows->addRow(both);
    else
        m_rows->addRow(field.label, both);
}

QWidget *ActionPanel::makeInput(const ActionField &field) {
    QWidget *input = makeActionInput(
        field, this, [this] { followFields(); }, [this] { confirm(); });
    input->setObjectName(QStringLiteral("action.") + field.key);
    input->setAccessibleName(field.label);
    return input;
}

QVariantMap ActionPanel::values() const {
    QVariantMap values;
    for (auto input = m_inputs.cbegin(); input != m_inputs.cend(); ++input)
        values.insert(input.key(), actionValue(*input->widget));
    return values;
}

void ActionPanel::followFields() {
    const QVariantMap now = values();
    m_ready = true;
    for (const ActionField &field : std::as_const(m_form.fields)) {
        if (!field.enabledBy.isEmpty())
            m_inputs.value(field.key).widget->setEnabled(now.value(field.enabledBy).toBool());
        if (field.required && now.value(field.key).toString().isEmpty())
            m_ready = false;
    }
    const QHash<QString, QString> faults = m_form.check ? m_form.check(now) : QHash<QString, QString>();
    showFaults(faults);
    m_ready = m_ready && faults.isEmpty();
    m_confirm->setText(m_form.verb ? m_form.verb(now) : m_form.title);
    m_confirm->setEnabled(m_ready && !m_busy);
}

void ActionPanel::showFaults(const QHash<QString, QString> &faults) {
    for (auto input = m_inputs.cbegin(); input != m_inputs.cend(); ++input) {
        const QString fault = faults.value(input.key());
        input->fault->setText(fault);
        input->fault->setVisible(!fault.isEmpty());
    }
}

void ActionPanel::confirm() {
    if (m_ready && !m_busy)
        Q_EMIT confirmed(m_form.id, values());
}

void ActionPanel::setBusy(bool busy) {
    m_busy = busy;
    m_fields->setEnabled(!busy);
    followFields();
}

void ActionPanel::showError(const ApiError &error) {
    setBusy(false);
    QHash<QString, QString> faults;
    for (const FieldError &field : error.fields)
        if (m_inputs.contains(field.path))
            faults.insert(field.path, fieldText(field));
    showFaults(faults);
    if (faults.isEmpty() || faults.size() < error.fields.size())
        m_error->showError(error, false);
    else
        m_error->clear();
}

void ActionPanel::setNote(const QString &text) {
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void ActionPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ActionPanel::retranslate() {
    m_cancel->setText(tr("Cancel"));
}

} // namespace wemo::ui
