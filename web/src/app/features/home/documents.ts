import { graphql } from '../../api/graphql.js';

export const HomeFigures = graphql(`
  query HomeFigures {
    homeSummary {
      forecastTomorrowGrams
      openLots
      freeGrams
      offersWaiting
      dealsToday
      toReceiveVnd
      ticketsToConfirm
    }
    me {
      person {
        id
        name
        phone
      }
      role
      party {
        id
        name
      }
      memberships {
        role
        party {
          id
          name
        }
      }
    }
  }
`);
