#include "ui/pages/pricing/config_field.h"

#include "ui/pages/pricing/config_words.h"
#include "ui/widgets/properties.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace wemo::pages::pricing {

namespace {
bool isNumber(FieldKind kind) {
    return kind == FieldKind::Money || kind == FieldKind::Whole || kind == FieldKind::Amount;
}
} // namespace

ConfigField::ConfigField(const FieldSpec &spec, const QString &path, const QString &label, const CatalogNames &names,
                         QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_error(new QLabel(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (spec.kind == FieldKind::Zone || spec.kind == FieldKind::Choice)
        makeChoice(names);
    else if (spec.kind == FieldKind::Weekdays)
        makeDays();
    else
        makeLine();
    m_input->setObjectName(path);
    m_input->setAccessibleName(label);
    column->addWidget(m_input);
    m_error->setObjectName(QStringLiteral("error:") + path);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    ui::setUiProperty(m_error, "ui", QStringLiteral("error"));
    m_error->hide();
    column->addWidget(m_error);
    column->addStretch();
}

void ConfigField::makeLine() {
    m_line = new QLineEdit(this);
    m_input = m_line;
    m_line->setMinimumWidth(48);
    if (isNumber(m_spec.kind))
        m_line->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (m_spec.kind == FieldKind::Whole && m_spec.mayBeMissing)
        m_line->setPlaceholderText(tr("no end"));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &ConfigField::edited);
}

void ConfigField::makeChoice(const CatalogNames &names) {
    m_choice = new QComboBox(this);
    m_input = m_choice;
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(5);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->installEventFilter(this);
    const QString key = QString::fromLatin1(m_spec.key);
    if (m_spec.kind == FieldKind::Choice) {
        const QStringList words = choicesOf(key);
        for (const QString &word : words)
            m_choice->addItem(choiceLabel(key, word), word);
    } else {
        m_choice->addItem(names.zone({}), QString());
        const auto zones = names.entries(QStringLiteral("zone"));
        for (const auto &zone : zones)
            m_choice->addItem(names.zone(zone.code), zone.code);
    }
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT edited(text()); });
}

void ConfigField::makeDays() {
    m_input = new QWidget(this);
    auto *row = new QHBoxLayout(m_input);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const QStringList words = choicesOf(QString::fromLatin1(m_spec.key));
    for (const QString &word : words) {
        auto *day = new QToolButton(m_input);
        day->setText(weekdayLabel(word));
        day->setAccessibleName(weekdayLabel(word));
        day->setCheckable(true);
        ui::setUiProperty(day, "ui", QStringLiteral("day"));
        day->setFocusPolicy(Qt::StrongFocus);
        day->setProperty("word", word);
        connect(day, &QToolButton::toggled, this, [this] { Q_EMIT edited(text()); });
        row->addWidget(day);
        m_days.append(day);
    }
    row->addStretch();
    m_input->setFocusProxy(m_days.constFirst());
}

QString ConfigField::text() const {
    if (m_line)
        return m_line->text();
    if (m_choice)
        return m_choice->currentData().toString();
    QStringList words;
    for (const QToolButton *day : m_days)
        if (day->isChecked())
            words.append(day->property("word").toString());
    return words.join(u' ');
}

void ConfigField::setText(const QString &text) {
    const QSignalBlocker quiet(this);
    if (m_line && m_line->text() != text)
        m_line->setText(text);
    if (m_choice) {
        int index = m_choice->findData(text);
        if (index < 0) { // a code the catalog lacks is kept
            m_choice->addItem(text, text);
            index = m_choice->count() - 1;
        }
        m_choice->setCurrentIndex(index);
    }
    const QStringList words = text.split(u' ');
    for (QToolButton *day : std::as_const(m_days))
        day->setChecked(words.contains(day->property("word").toString()));
}

void ConfigField::setError(const QString &error) {
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_input->setAccessibleDescription(error);
    ui::setUiProperty(m_input, "invalid", !error.isEmpty());
}

void ConfigField::setReadOnly(bool readOnly) {
    if (m_line)
        m_line->setReadOnly(readOnly);
    else
        m_input->setEnabled(!readOnly);
    ui::setUiProperty(m_input, "locked", readOnly);
}

/// A line edit has an undo of its own, for its own text only; here undo goes over the whole form. And a wheel that
/// scrolls the form changes no choice on its way.
bool ConfigField::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Wheel && m_choice) {
        event->ignore();
        return true;
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return QWidget::eventFilter(watched, event);
    key->accept();
    if (event->type() == QEvent::KeyPress)
        isUndo ? Q_EMIT undoRequested() : Q_EMIT redoRequested();
    return true;
}

} // namespace wemo::pages::pricing
