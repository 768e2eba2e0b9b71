#pragma once
#include "ui/client/raw_exchange.h"

#include <QFrame>
#include <QScrollArea>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace wemo::ui {
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::auth {

/// One request and its answer: a line that opens to both as indented JSON.
class ExchangeCard final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeCard)

public:
    explicit ExchangeCard(const ui::RawExchange &exchange, QWidget *parent = nullptr);
    const ui::RawExchange &exchange() const { return m_exchange; }
    void setOpen(bool open);
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void copied(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildBody();
    void retranslate();

    ui::RawExchange m_exchange;
    bool m_open = false;
    QToolButton *m_toggle;
    ui::StatusPill *m_pill;
    QLabel *m_took;
    QWidget *m_body = nullptr;
    QLabel *m_requestHeading = nullptr;
    QLabel *m_answerHeading = nullptr;
    QPushButton *m_copyCurl = nullptr;
    QPushButton *m_copyAnswer = nullptr;
};

/// Every request of the flow and its answer, newest first.
class ExchangeList final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeList)

public:
    static constexpr int maxCards = 60;
    explicit ExchangeList(QWidget *parent = nullptr);
    void add(const ui::RawExchange &exchange);
    void clear();
    int count() const { return static_cast<int>(m_cards.size()); }
    ExchangeCard *card(int index) const { return m_cards.at(index); }

Q_SIGNALS:
    void copied(const QString &text);
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *m_column;
    QLabel *m_hint;
    QList<ExchangeCard *> m_cards; ///< newest first
};

} // namespace wemo::pages::auth
