#include "ui/widgets/action_input.h"

#include "ui/widgets/time_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>

namespace wemo::ui {

using Kind = ActionField::Kind;
using Call = std::function<void()>;

namespace {
constexpr int inputWidth = 140, timeWidth = 184;

QWidget *makeCheck(const ActionField &field, QObject *context, const Call &changed) {
    auto *check = new QCheckBox(field.label);
    check->setChecked(field.value.toBool());
    QObject::connect(check, &QCheckBox::toggled, context, changed);
    return check;
}

QWidget *makeNumber(const ActionField &field, QObject *context, const Call &changed) {
    auto *number = new QDoubleSpinBox;
    number->setDecimals(field.kind == Kind::Decimal ? 1 : 0);
    number->setRange(field.lowest, field.highest);
    number->setGroupSeparatorShown(true);
    number->setValue(field.value.toDouble());
    number->setSuffix(field.suffix);
    number->setMinimumWidth(inputWidth);
    QObject::connect(number, &QDoubleSpinBox::valueChanged, context, changed);
    return number;
}

QWidget *makeChoice(const ActionField &field, QObject *context, const Call &changed) {
    auto *choice = new QComboBox;
    for (const auto &entry : field.choices)
        choice->addItem(entry.first, entry.second);
    choice->setCurrentIndex(std::max(0, choice->findData(field.value)));
    choice->setMinimumWidth(inputWidth);
    QObject::connect(choice, &QComboBox::currentIndexChanged, context, changed);
    return choice;
}

QWidget *makeText(const ActionField &field, QObject *context, const Call &changed, const Call &entered) {
    auto *text = new QLineEdit(field.value.toString());
    text->setMaxLength(static_cast<int>(field.highest));
    QObject::connect(text, &QLineEdit::textChanged, context, changed);
    QObject::connect(text, &QLineEdit::returnPressed, context, entered);
    return text;
}

QWidget *makeSuggested(const ActionField &field, QObject *context, const Call &changed, const Call &entered) {
    auto *choice = new QComboBox;
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    for (const auto &entry : field.choices)
        choice->addItem(entry.first);
    choice->setCurrentText(field.value.toString());
    choice->lineEdit()->setMaxLength(static_cast<int>(field.highest));
    choice->lineEdit()->setAccessibleName(field.label);
    QObject::connect(choice, &QComboBox::currentTextChanged, context, changed);
    QObject::connect(choice->lineEdit(), &QLineEdit::returnPressed, context, entered);
    return choice;
}

QWidget *makeTime(const ActionField &field, QObject *context, const Call &changed) {
    auto *edit = new QDateTimeEdit;
    edit->setTimeSpec(Qt::UTC); // shows the numbers it is given: the clock of Taipei
    edit->setDisplayFormat(QStringLiteral("yyyy/MM/dd HH:mm"));
    edit->setCalendarPopup(true);
    edit->setMinimumWidth(timeWidth);
    const QDateTime local = toTaipei(fromMs(field.value.toLongLong()));
    edit->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC));
    QObject::connect(edit, &QDateTimeEdit::dateTimeChanged, context, changed);
    return edit;
}
} // namespace

QWidget *makeActionInput(const ActionField &field, QObject *context, const Call &changed, const Call &entered) {
    switch (field.kind) {
    case Kind::Check:
        return makeCheck(field, context, changed);
    case Kind::Choice:
        return makeChoice(field, context, changed);
    case Kind::Text:
        return makeText(field, context, changed, entered);
    case Kind::Suggested:
        return makeSuggested(field, context, changed, entered);
    case Kind::Time:
        return makeTime(field, context, changed);
    case Kind::Whole:
    case Kind::Decimal:
        break;
    }
    return makeNumber(field, context, changed);
}

QVariant actionValue(const QWidget &input) {
    if (const auto *check = qobject_cast<const QCheckBox *>(&input))
        return check->isChecked();
    if (const auto *choice = qobject_cast<const QComboBox *>(&input))
        return choice->isEditable() ? QVariant(choice->currentText().trimmed()) : choice->currentData();
    if (const auto *text = qobject_cast<const QLineEdit *>(&input))
        return text->text().trimmed();
    if (const auto *time = qobject_cast<const QDateTimeEdit *>(&input))
        return QVariant::fromValue<qint64>(toMs(fromTaipei(time->dateTime())));
    return static_cast<const QDoubleSpinBox *>(&input)->value();
}

} // namespace wemo::ui
