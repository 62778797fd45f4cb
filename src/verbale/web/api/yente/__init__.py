"""The shapes of yente, the server of OpenSanctions: what its clients ask is answered out of record and lists."""
