#include "ui/shell/commands.h"

#include "ui/widgets/icons.h"

#include <QWidget>

namespace wemo::ui {

Commands::Commands(QWidget *window)
    : QObject(window)
    , m_window(window) {}

QAction *Commands::add(const QString &id, const QString &iconName, const QList<QKeySequence> &keys,
                       std::function<QString()> text) {
    auto *action = new QAction(this);
    action->setObjectName(id);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    action->setText(text());
    m_window->addAction(action);
    m_actions.append(action);
    m_texts.append(std::move(text));
    return action;
}

QAction *Commands::find(const QString &id) const {
    for (QAction *action : m_actions)
        if (action->objectName() == id)
            return action;
    return nullptr;
}

void Commands::retranslate() {
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        m_actions.at(i)->setText(m_texts.at(i)());
}

} // namespace wemo::ui
