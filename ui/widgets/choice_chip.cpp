#include "ui/widgets/choice_chip.h"

#include "ui/widgets/check_menu.h"
#include "ui/widgets/filter_bar.h"

namespace wemo::ui {

namespace {
constexpr qsizetype mostLetters = 28; ///< of what is chosen: the bar holds several chips
}

ChoiceChip::ChoiceChip(const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_name(name)
    , m_menu(new CheckMenu(this)) {
    setObjectName(name + "Chip");
    m_menu->setObjectName(name + "Menu");
    FilterBar::makeChip(this);
    setMenu(m_menu);
}

void ChoiceChip::setTitle(const QString &title) {
    m_title = title;
    restate();
}

void ChoiceChip::setChoices(const QList<Choice> &choices) {
    const QStringList before = chosen();
    m_menu->clear();
    QString group;
    for (const Choice &choice : choices) {
        if (choice.group != group)
            m_menu->addSection(group = choice.group);
        add(choice);
    }
    setChosen(before);
}

QAction *ChoiceChip::add(const Choice &choice) {
    QAction *action = m_menu->addAction(choice.word);
    action->setObjectName(m_name + '.' + choice.value);
    action->setData(choice.value);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this] {
        restate();
        Q_EMIT changed();
    });
    return action;
}

QStringList ChoiceChip::chosen() const {
    QStringList values;
    const auto actions = m_menu->actions();
    for (const QAction *action : actions)
        if (action->isChecked())
            values.append(action->data().toString());
    return values;
}

void ChoiceChip::setChosen(const QStringList &values) {
    QStringList missing = values;
    const auto actions = m_menu->actions();
    for (QAction *action : actions)
        if (action->isCheckable())
            action->setChecked(missing.removeAll(action->data().toString()) > 0);
    for (const QString &value : std::as_const(missing))
        add({value, value})->setChecked(true);
    restate();
}

QString ChoiceChip::text() const {
    QStringList words;
    const auto actions = m_menu->actions();
    for (const QAction *action : actions)
        if (action->isChecked())
            words.append(action->text());
    if (words.isEmpty())
        return m_title;
    const QString all = words.join(tr(", "));
    if (words.size() == 1 || (words.size() == 2 && all.size() <= mostLetters))
        return tr("%1: %2").arg(m_title, all);
    return tr("%1: %2 and %3 more").arg(m_title, words.constFirst()).arg(words.size() - 1);
}

void ChoiceChip::restate() {
    FilterBar::setChip(this, text(), isActive());
    setAccessibleDescription(tr("Filter by %1").arg(m_title));
}

} // namespace wemo::ui
