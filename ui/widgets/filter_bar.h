#pragma once
#include "ui/widgets/search_field.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace wemo::ui {

/// Text field, chips and Clear above a list. A chip is a button with a menu or a check mark that reads "State: Sent".
class FilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    explicit FilterBar(QWidget *parent = nullptr);
    SearchField *field() const { return m_field; }
    /// The bar owns the chip; set its menu and its action's text yourself. `active` chips are tinted.
    QToolButton *addChip(const QString &objectName);
    /// Gives a button the looks and manners of a chip; add it with addWidget().
    static void makeChip(QToolButton *button);
    static void setChip(QToolButton *chip, const QString &text, bool active);
    /// Something of your own between chips and Clear.
    void addWidget(QWidget *widget);
    /// At the right end: a count such as "1,204 messages".
    void setSummary(const QString &text);
    void setClearVisible(bool visible);

Q_SIGNALS:
    void cleared();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QHBoxLayout *m_row;
    SearchField *m_field;
    QToolButton *m_clear;
    class QLabel *m_summary;
};

} // namespace wemo::ui
