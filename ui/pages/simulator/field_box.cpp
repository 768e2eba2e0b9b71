#include "ui/pages/simulator/field_box.h"

#include "ui/widgets/properties.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace wemo::pages::simulator {

FieldBox::FieldBox(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_error(new QLabel(this))
    , m_controls(new QHBoxLayout) {
    setObjectName(name + QStringLiteral("Box"));
    m_name->setProperty("ui", "small");
    m_error->setObjectName(name + QStringLiteral("Error"));
    m_error->setProperty("ui", "error");
    m_error->setWordWrap(true);
    m_error->hide();
    m_controls->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_name);
    column->addLayout(m_controls);
    column->addWidget(m_error);
}

void FieldBox::add(QWidget *control, int stretch) {
    if (m_controls->isEmpty())
        m_name->setBuddy(control);
    m_controls->addWidget(control, stretch);
}

void FieldBox::setName(const QString &text) {
    m_name->setText(text);
}

void FieldBox::setError(const QString &text) {
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    for (auto *line : findChildren<QLineEdit *>()) {
        ui::setUiProperty(line, "invalid", !text.isEmpty());
        line->setAccessibleDescription(text);
    }
}

QString FieldBox::error() const {
    return m_error->text();
}

} // namespace wemo::pages::simulator
