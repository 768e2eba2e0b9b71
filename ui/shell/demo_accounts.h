#pragma once
#include "models/staff/session.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace wemo::ui {

/// The accounts of the demo company, one card a role: a click signs in. Hidden while there are none.
class DemoAccounts final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoAccounts)

public:
    explicit DemoAccounts(QWidget *parent = nullptr);
    void setAccounts(const QList<staff::DemoAccount> &accounts);

Q_SIGNALS:
    void chosen(const wemo::staff::DemoAccount &account);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Card {
        staff::DemoAccount account;
        QPushButton *button;
        QLabel *role;
        QLabel *duty;
    };
    Card makeCard(const staff::DemoAccount &account);
    void retranslate();

    QLabel *m_heading;
    QGridLayout *m_grid;
    QList<Card> m_cards;
};

} // namespace wemo::ui
