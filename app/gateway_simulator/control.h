#pragma once
#include "app/gateway_simulator/network.h"
#include "services/http/message.h"

namespace wemo::simulator {

/// What tests and the lab ask of the stand-in itself, under /simulator/.
///
/// GET  health
/// GET  handset?number=0912…&after=ID → {messages:[{id, text, received_at}]}: what arrived, in order
/// GET  submissions?after=ID&limit=N → {submissions:[{id, at, gateway, endpoint, number, text, reference, client_id,
///      validity_minutes, answer, taken, batch_id}]}: every request to send, as it came; `reference` is ours (MR, or
///      clientid up to its first -), `taken` = a message went on its way because of it, `answer` = the kind that was
///      given
/// GET  counts → {submissions, taken, references, twice:[{reference, taken}]}: how often each of our references was
///      taken, without the texts; `twice` lists those taken more than once
/// POST behaviour {…} → {}; 422 with the known words for an unknown one, and then nothing is changed. All fields are
///      optional and add to what is set:
///   reset            true: back to a good day before the rest is read
///   seed             of all chance
///   answers          [{kind, count, takes, delay_ms, status, body, code, gateway, endpoint, number, reference}]: the
///                    next `count` (1) requests to send that fit get this answer. Kinds: scenario.h. `takes`: whether
///                    the message goes on its way all the same, true, false or how likely; default true for accept
///                    only. `gateway` every8d | mitake; `number` "0912*"; what is not named fits all.
///   chance           [{kind, rate, …as above}]: tried in this order for each request that no script fits; replaces
///                    what was set. Half of what is dropped having been sent: {"kind":"drop","rate":0.1,"takes":0.5}
///   receipts         [{steps:[{status, after_ms, text, silent}], before_answer, get, lower_case_names, big5,
///                    unknown_batch, without_reference, repeat, count, gateway, number, reference}]: what the next
///                    `count` messages that fit hear. Statuses are the gateway's own; 999 is a reply with `text`.
///                    silent: the query knows it and nobody is told. No steps: never a receipt, no status.
///   default_receipts {gateway (every8d), …as above}: what all others hear; 0 then 100, at Mitake 4
///   receipt_chance   [{kind, rate, delay_ms, gateway, number}]: drop, double, delay, reorder, lie, early, orphan; each
///                    is tried for each message; replaces what was set
///   queries          [{kind, count, gateway, number}]: empty, server-error, forbidden, drop for the next queries
///   query_chance     [{kind, rate, …}]: likewise by chance; replaces what was set
///   handset_ms       from the sending to the handset (300)
///   credit           a number, or {every8d: n, mitake: n}
///   per_second       so many requests to send are answered in a second, the others wait; 0 = all at once
///   forget_tokens    true: tokens of EVERY8D's ConnectionHandler are over
class Control {
public:
    Control(Behaviour &behaviour, Network &network);
    http::Response handle(const http::Request &request);
    static const char *help(); ///< the same for people who ask the program

private:
    http::Response handset(const http::Request &request) const;
    http::Response submissions(const http::Request &request) const;
    http::Response counts() const;
    http::Response behaviour(const http::Request &request);

    Behaviour &m_behaviour;
    Network &m_network;
};

} // namespace wemo::simulator
