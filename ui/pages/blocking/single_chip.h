#pragma once
#include <QActionGroup>
#include <QToolButton>

namespace wemo::pages::blocking {

/// A chip of a filter with one choice out of several, "Kind: E-mail"; the first choice is "all" and has no value.
class SingleChip final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleChip)

public:
    /// The button is a filter bar's.
    explicit SingleChip(QToolButton *button);
    /// Values with their words. What is chosen stays, also when it is no longer offered.
    void setChoices(const QString &name, const QString &all, const QList<QPair<QString, QString>> &choices);
    const QString &value() const { return m_value; }
    /// Does not say `chosen`.
    void setValue(const QString &value);

Q_SIGNALS:
    void chosen();

private:
    void show();

    QToolButton *m_button;
    QActionGroup *m_group;
    QString m_name;
    QString m_value;
};

} // namespace wemo::pages::blocking
