#pragma once
#include "ui/pages/auth/lab_flow.h"

#include <QScrollArea>

class QLabel;
class QProgressBar;
class QPushButton;

namespace wemo::ui {
class KeyValueList;
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::auth {

/// The tokens the flow has reached, decoded: facts of the tmp token, header and claims of the access token with its
/// times on the clock of Taipei, and how long it lives.
class TokenPanel final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenPanel)

public:
    explicit TokenPanel(LabFlow &flow, QWidget *parent = nullptr);
    void present();
    /// Only what depends on the clock.
    void tick();

Q_SIGNALS:
    void copied(const QString &text);

private:
    struct Card {
        QWidget *frame = nullptr;
        QLabel *title = nullptr;
        ui::StatusPill *pill = nullptr;
        ui::KeyValueList *facts = nullptr;
        QPushButton *copy = nullptr;
    };
    Card addCard(const QString &name);
    void presentTmp();
    void presentAccess();
    void presentRefresh();

    LabFlow &m_flow;
    QLabel *m_hint;
    Card m_tmp;
    Card m_access;
    Card m_refresh;
    QProgressBar *m_life;
    QLabel *m_header;
    QLabel *m_claims;
    QLabel *m_headerHeading;
    QLabel *m_claimsHeading;
};

} // namespace wemo::pages::auth
