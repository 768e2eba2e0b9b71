#pragma once
#include "app/gateway_simulator/network.h"
#include "services/http/message.h"

namespace wemo::simulator {

/// What tests and the lab ask of the stand-in itself, under /simulator/:
/// GET handset?number=&after=, GET submissions?after=, POST behaviour, GET health.
class Control {
public:
    Control(Behaviour &behaviour, Network &network);
    http::Response handle(const http::Request &request);

private:
    http::Response handset(const http::Request &request) const;
    http::Response submissions(const http::Request &request) const;
    http::Response behaviour(const http::Request &request);

    Behaviour &m_behaviour;
    Network &m_network;
};

} // namespace wemo::simulator
