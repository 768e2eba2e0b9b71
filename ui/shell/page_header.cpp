#include "ui/shell/page_header.h"

#include "ui/shell/commands.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::ui {

PageHeader::PageHeader(const Commands &commands, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_primary(new QPushButton(this)) {
    setProperty("ui", "header");
    setObjectName("pageHeader");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 14, 24, 14);
    row->setSpacing(4);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title->setProperty("ui", "title");
    m_title->setObjectName("pageTitle");
    m_subtitle->setProperty("ui", "subtitle");
    m_subtitle->setObjectName("pageSubtitle");
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    m_primary->setObjectName("primaryAction");
    m_primary->setProperty("ui", "primary");
    row->addLayout(texts, 1);
    for (const char *id : {"back", "forward", "refresh", "help"})
        row->addWidget(addButton(commands.find(id)));
    row->addSpacing(8);
    row->addWidget(m_primary);
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    m_primary->hide();
}

QToolButton *PageHeader::addButton(QAction *action) {
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName("header-" + action->objectName());
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedSize(32, 32);
    const auto name = [button, action] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setAccessibleName(action->text());
        button->setToolTip(keys.isEmpty() ? action->text() : QString("%1 (%2)").arg(action->text(), keys));
    };
    connect(action, &QAction::changed, button, name);
    name();
    return button;
}

void PageHeader::setTitle(const QString &title, const QString &subtitle) {
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void PageHeader::setPrimaryAction(QAction *action) {
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    if (action)
        connect(action, &QAction::changed, this, &PageHeader::followAction);
    followAction();
}

void PageHeader::followAction() {
    m_primary->setVisible(m_action && m_action->isVisible());
    if (!m_action)
        return;
    m_primary->setText(m_action->text());
    m_primary->setAccessibleName(m_action->text());
    m_primary->setEnabled(m_action->isEnabled());
    m_primary->setToolTip(m_action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace wemo::ui
