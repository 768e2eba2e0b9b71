#pragma once
#include "ui/pages/simulator/quote_source.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace wemo::ui {
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::simulator {

/// A stored quote is pasted, priced again from the configs it names, and what differs is named.
class VerifyPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyPanel)

public:
    explicit VerifyPanel(QuoteSource &source, QWidget *parent = nullptr);
    void verify();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void show(const VerifyOutcome &outcome);
    void retranslate();

    QuoteSource &m_source;
    QLabel *m_name;
    QPlainTextEdit *m_quote;
    QLabel *m_wrong;
    QPushButton *m_verify;
    ui::MessageBar *m_bar;
    QTableWidget *m_differences;
    std::optional<VerifyOutcome> m_outcome;
    int m_epoch = 0;
};

} // namespace wemo::pages::simulator
