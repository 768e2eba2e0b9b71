#include "ui/widgets/filter_bar.h"

#include "ui/widgets/properties.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace wemo::ui {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_field(new SearchField(this))
    , m_clear(new QToolButton(this))
    , m_summary(new QLabel(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_field->setObjectName("filterField");
    m_field->setMinimumWidth(240);
    m_field->setMaximumWidth(360);
    m_clear->setObjectName("filterClear");
    m_clear->setProperty("ui", "link");
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->hide();
    m_summary->setObjectName("filterSummary");
    m_summary->setProperty("ui", "muted");
    m_row->addWidget(m_field, 1);
    m_row->addWidget(m_clear);
    m_row->addStretch(1);
    m_row->addWidget(m_summary);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::cleared);
    retranslate();
}

QToolButton *FilterBar::addChip(const QString &objectName) {
    auto *chip = new QToolButton(this);
    chip->setObjectName(objectName);
    makeChip(chip);
    addWidget(chip);
    return chip;
}

void FilterBar::makeChip(QToolButton *button) {
    button->setProperty("ui", "chip");
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
}

void FilterBar::setChip(QToolButton *chip, const QString &text, bool active) {
    chip->setText(text);
    chip->setAccessibleName(text);
    setUiProperty(chip, "active", active);
}

void FilterBar::addWidget(QWidget *widget) {
    m_row->insertWidget(m_row->indexOf(m_clear), widget);
    setTabOrder(widget, m_clear);
}

void FilterBar::setSummary(const QString &text) {
    m_summary->setText(text);
}

void FilterBar::setClearVisible(bool visible) {
    m_clear->setVisible(visible);
}

void FilterBar::retranslate() {
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    if (m_field->accessibleName().isEmpty() || !m_field->placeholderText().isEmpty())
        m_field->setAccessibleName(m_field->placeholderText().isEmpty() ? tr("Filter") : m_field->placeholderText());
}

void FilterBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace wemo::ui
