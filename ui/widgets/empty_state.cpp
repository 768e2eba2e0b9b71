#include "ui/widgets/empty_state.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    m_title->setProperty("ui", "heading");
    m_sentence->setProperty("ui", "muted");
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(400);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_action->setObjectName("emptyAction");
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    // In a row of its own: a wrapped label that is only aligned gets the height it would need at full width.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_sentence);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &sentence,
                            const QString &actionText) {
    m_iconName = iconName;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    restyle();
}

void EmptyState::restyle() {
    m_icon->setPixmap(icon(m_iconName, IconRole::Muted).pixmap(32, 32));
}

void EmptyState::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace wemo::ui
