#include "ui/pages/sms/send_field.h"

#include "ui/widgets/properties.h"

#include <QLabel>
#include <QVBoxLayout>

namespace wemo::pages::sms {

SendField::SendField(QWidget *input, QWidget *parent)
    : QWidget(parent)
    , m_input(input)
    , m_name(new QLabel(this))
    , m_error(new QLabel(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name->setProperty("ui", "section");
    m_name->setBuddy(input);
    m_error->setProperty("ui", "error");
    m_error->setObjectName(input->objectName() + QStringLiteral("Error"));
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_name);
    column->addWidget(input);
    column->addWidget(m_error);
}

void SendField::setName(const QString &name) {
    m_name->setText(name);
    m_input->setAccessibleName(name);
}

void SendField::setError(const QString &text) {
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    m_input->setAccessibleDescription(text);
    ui::setUiProperty(m_input, "invalid", !text.isEmpty());
}

bool SendField::hasError() const {
    return !m_error->text().isEmpty();
}

} // namespace wemo::pages::sms
