#pragma once
#include "ui/client/api_error.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace wemo::ui {

class MessageBar;

/// Long work as a row: what is being done, how far it is, Cancel. Work that came to a halt says why and waits for Retry
/// or Cancel. Hidden while there is nothing to tell.
class ProgressRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressRow)

public:
    /// Its parts are called <name>Text, <name>Bar, <name>Cancel and <name>Error.
    ProgressRow(const QString &name, QWidget *parent);
    void begin(const QString &text);
    void setText(const QString &text);
    /// A total of 0: nobody knows how much there is.
    void setProgress(qint64 done, qint64 total);
    /// False while it is past the point where it could be stopped.
    void setCancelable(bool cancelable);
    /// It stands still; Retry goes on from there.
    void halt(const ApiError &error);
    /// It is over, and why; stays until it is dismissed or the next work begins.
    void end(const QString &error = {});
    void end(const ApiError &error);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void cancelRequested();
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_busy = false;
    QWidget *m_row;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    MessageBar *m_error;
};

} // namespace wemo::ui
