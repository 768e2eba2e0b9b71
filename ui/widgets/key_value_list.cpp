#include "ui/widgets/key_value_list.h"

#include "ui/widgets/tokens.h"

#include <QGridLayout>
#include <QLabel>

namespace wemo::ui {

KeyValueList::KeyValueList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, 104);
    m_grid->setColumnStretch(1, 1);
}

KeyValueList::Row &KeyValueList::rowOf(const QString &key) {
    Row &row = m_rows[key];
    if (row.name)
        return row;
    row.name = new QLabel(this);
    row.name->setProperty("ui", "muted");
    m_grid->addWidget(row.name, m_grid->rowCount(), 0, Qt::AlignTop | Qt::AlignLeft);
    return row;
}

void KeyValueList::set(const QString &key, const QString &name, const QString &value, ValueKind kind) {
    Row &row = rowOf(key);
    row.name->setText(name);
    auto *label = qobject_cast<QLabel *>(row.value);
    if (!label) {
        label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        if (kind == ValueKind::Monospace)
            label->setFont(monospaceFont(TextSize::Small));
        label->setObjectName("value-" + key);
        label->setMinimumWidth(1); // an id is one long word: it breaks rather than widen what holds the list
        setWidget(key, name, label);
    }
    label->setText(value.isEmpty() ? QStringLiteral("–") : value);
    label->setAccessibleName(name);
}

void KeyValueList::setWidget(const QString &key, const QString &name, QWidget *value) {
    Row &row = rowOf(key);
    row.name->setText(name);
    row.name->setBuddy(value);
    if (row.value == value)
        return;
    delete row.value;
    row.value = value;
    int line = 0, column = 0, rows = 0, columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(row.name), &line, &column, &rows, &columns);
    const bool text = qobject_cast<QLabel *>(value) != nullptr;
    m_grid->addWidget(value, line, 1, text ? Qt::AlignTop : Qt::AlignTop | Qt::AlignLeft);
}

void KeyValueList::setRowVisible(const QString &key, bool visible) {
    const Row row = m_rows.value(key);
    for (QWidget *part : {static_cast<QWidget *>(row.name), row.value})
        if (part)
            part->setVisible(visible);
}

void KeyValueList::clear() {
    for (const Row &row : std::as_const(m_rows)) {
        delete row.name;
        delete row.value;
    }
    m_rows.clear();
}

QString KeyValueList::value(const QString &key) const {
    const auto *label = qobject_cast<const QLabel *>(m_rows.value(key).value);
    return label ? label->text() : QString();
}

} // namespace wemo::ui
