#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wemo::ui {
class DetailPanel;
class KeyValueList;
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::blocking {

/// One ban beside the list: what it catches, why, by whom, until when, and the file it came with.
class BanPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BanPanel)

public:
    explicit BanPanel(QWidget *parent = nullptr);
    void showBan(const Ban &ban);

Q_SIGNALS:
    void closeRequested();
    void importRequested(Id import);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    std::optional<Ban> m_ban;
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    QLabel *m_reason;
    ui::KeyValueList *m_facts;
    QPushButton *m_import;
    QLabel *m_reasonHeading;
    QLabel *m_factsHeading;
};

} // namespace wemo::pages::blocking
