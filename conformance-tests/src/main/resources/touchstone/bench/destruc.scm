; Destructive work on lists: a hand of cards is cut, riffled and reversed in place, with set-car! and set-cdr! alone.
(define (cards n)
  (let loop ((i n) (result '()))
    (if (= i 0)
        result
        (loop (- i 1) (cons i result)))))

; Cuts a list in two after n pairs, and gives the second part.
(define (cut! deck n)
  (let* ((last (list-tail deck (- n 1)))
         (rest (cdr last)))
    (set-cdr! last '())
    rest))

; One card of each in turn, by relinking the pairs.
(define (riffle! a b)
  (let loop ((a a) (b b))
    (if (pair? b)
        (let ((next-a (cdr a)) (next-b (cdr b)))
          (set-cdr! a b)
          (if (pair? next-a)
              (begin (set-cdr! b next-a)
                     (loop next-a next-b))))))
  a)

(define (reverse! deck)
  (let loop ((deck deck) (done '()))
    (if (null? deck)
        done
        (let ((next (cdr deck)))
          (set-cdr! deck done)
          (loop next deck)))))

(define (add-to-each! deck n modulus)
  (if (pair? deck)
      (begin (set-car! deck (modulo (+ (car deck) n) modulus))
             (add-to-each! (cdr deck) n modulus))))

(define (checksum deck)
  (let loop ((deck deck) (place 1) (sum 0))
    (if (null? deck)
        sum
        (loop (cdr deck) (+ place 1) (+ sum (* place (car deck)))))))

(define (shuffle deck half rounds)
  (if (= rounds 0)
      (checksum deck)
      (let* ((second (cut! deck half))
             (mixed (riffle! deck (reverse! second))))
        (add-to-each! mixed rounds 1009)
        (shuffle mixed half (- rounds 1)))))

(shuffle (cards 1000) 500 15000)
