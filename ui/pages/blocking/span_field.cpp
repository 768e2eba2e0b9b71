#include "ui/pages/blocking/span_field.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSpinBox>

namespace wemo::pages::blocking {

namespace {
constexpr qint64 units[] = {1, 60, 3'600, 86'400}; ///< seconds
constexpr int highest = 999'999;
} // namespace

SpanField::SpanField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_number->setObjectName(name + QStringLiteral("Number"));
    m_number->setRange(0, highest);
    m_number->setMinimumWidth(96);
    m_unit->setObjectName(name + QStringLiteral("Unit"));
    for (const qint64 unit : units)
        m_unit->addItem(QString(), unit);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch();
    setFocusProxy(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, &SpanField::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SpanField::changed);
    retranslate();
}

Milliseconds SpanField::span() const {
    return Milliseconds(m_number->value() * m_unit->currentData().toLongLong() * 1'000);
}

void SpanField::setSpan(Milliseconds span) {
    const qint64 seconds = span.count() / 1'000;
    int best = 0;
    for (int i = 0; i < static_cast<int>(std::size(units)); ++i)
        if (seconds % units[i] == 0)
            best = i;
    best = seconds == 0 ? 1 : best;
    m_unit->setCurrentIndex(best);
    m_number->setValue(static_cast<int>(seconds / units[best]));
}

void SpanField::setNames(const QString &name) {
    m_number->setAccessibleName(name);
    m_unit->setAccessibleName(tr("Unit of: %1").arg(name));
}

void SpanField::setReadOnly(bool readOnly) {
    m_number->setEnabled(!readOnly);
    m_unit->setEnabled(!readOnly);
}

void SpanField::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SpanField::retranslate() {
    const QString words[] = {tr("seconds"), tr("minutes"), tr("hours"), tr("days")};
    for (int i = 0; i < m_unit->count(); ++i)
        m_unit->setItemText(i, words[i]);
}

} // namespace wemo::pages::blocking
