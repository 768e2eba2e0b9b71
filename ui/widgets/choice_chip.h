#pragma once
#include <QToolButton>

class QMenu;

namespace wemo::ui {

/// A chip of a filter bar with a menu of check marks: "State", "State: Sent", "State: Sent and 2 more".
class ChoiceChip final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceChip)

public:
    struct Choice {
        QString value;
        QString word;
        QString group = {}; ///< a heading where it differs from the one above; may be empty
    };
    /// Called <name>Chip, its menu <name>Menu, the entries <name>.<value>.
    ChoiceChip(const QString &name, QWidget *parent);
    void setTitle(const QString &title);
    /// What is ticked stays ticked; of the others those that are no longer a choice go.
    void setChoices(const QList<Choice> &choices);
    QStringList chosen() const;
    /// Without saying `changed`. A value that is no choice becomes one: a filter from elsewhere is not lost.
    void setChosen(const QStringList &values);
    bool isActive() const { return !chosen().isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    QAction *add(const Choice &choice);
    void restate();
    QString text() const;

    QString m_name;
    QString m_title;
    QMenu *m_menu;
};

} // namespace wemo::ui
