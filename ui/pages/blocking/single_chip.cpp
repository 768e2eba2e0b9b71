#include "ui/pages/blocking/single_chip.h"

#include "ui/widgets/filter_bar.h"

#include <QMenu>

namespace wemo::pages::blocking {

SingleChip::SingleChip(QToolButton *button)
    : QObject(button)
    , m_button(button)
    , m_group(new QActionGroup(this)) {
    m_button->setMenu(new QMenu(m_button));
    connect(m_group, &QActionGroup::triggered, this, [this](const QAction *action) {
        setValue(action->data().toString());
        Q_EMIT chosen();
    });
}

void SingleChip::setChoices(const QString &name, const QString &all, const QList<QPair<QString, QString>> &choices) {
    m_name = name;
    m_button->menu()->clear(); // deletes its actions, which the group then forgets
    const auto add = [this](const QString &value, const QString &word) {
        QAction *action = m_group->addAction(m_button->menu()->addAction(word));
        action->setCheckable(true);
        action->setData(value);
        action->setObjectName(m_button->objectName() + u'.' + value);
    };
    add({}, all);
    for (const auto &choice : choices)
        add(choice.first, choice.second);
    show();
}

void SingleChip::setValue(const QString &value) {
    m_value = value;
    show();
}

void SingleChip::show() {
    QString word = m_value;
    for (QAction *action : m_group->actions()) {
        action->setChecked(action->data().toString() == m_value);
        if (action->isChecked())
            word = action->text();
    }
    const bool active = !m_value.isEmpty();
    ui::FilterBar::setChip(m_button, active ? QStringLiteral("%1: %2").arg(m_name, word) : m_name, active);
}

} // namespace wemo::pages::blocking
